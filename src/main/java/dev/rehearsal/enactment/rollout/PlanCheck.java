package dev.rehearsal.enactment.rollout;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A check must be well before the next step goes. */
public sealed interface PlanCheck {

    int number();

    /** Returns what people call it. */
    String name();

    /** Whether what was seen of it is bad. */
    default boolean fails(Reading reading) {
        return reading.outcome() == CheckResult.Outcome.FAILURE;
    }

    /** The rules are as the steps that are live left them; each plan has it. */
    record Unchanged() implements PlanCheck {
        @Override
        public int number() {
            return 0;
        }

        @Override
        public String name() {
            return "rules as the rollout left them";
        }
    }

    /** Nobody has said FAIL of the channel since the plan was made. */
    record NoFail(int number) implements PlanCheck {
        @Override
        public String name() {
            return "no FAIL";
        }
    }

    /**
     * A figure that a monitor sends.
     *
     * @param atLeast null for no lower bound
     * @param atMost null for no upper bound
     * @param within how old it may be
     */
    record Figure(
            int number,
            String name,
            @Nullable Double atLeast,
            @Nullable Double atMost,
            Duration within) implements PlanCheck {

        @Override
        public boolean fails(Reading reading) {
            return reading.figure() != null && !holds(reading.figure());
        }

        boolean holds(double figure) {
            return (atLeast == null || figure >= atLeast) && (atMost == null || figure <= atMost);
        }

        /** Returns what is asked of it, such as {@code at most 2.0}. */
        public String bound() {
            if (atLeast == null) {
                return "at most " + atMost;
            }
            return atMost == null ? "at least " + atLeast : "from %s to %s".formatted(atLeast, atMost);
        }
    }

    /** A URL that is asked, and says by the status of its answer how it is. */
    record Asked(int number, String name, String url, Duration within) implements PlanCheck {}
}
