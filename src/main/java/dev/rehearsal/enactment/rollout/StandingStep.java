package dev.rehearsal.enactment.rollout;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.Change;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A step with its set as it is. */
public record StandingStep(PlanStep step, ChangeSet set) {

    public int number() {
        return step.number();
    }

    /** Returns what the set makes the rate, whoever edited it since; as planned where it sets none. */
    public int percentage() {
        return set.changes().stream()
                .flatMap(StandingStep::rate)
                .max(Integer::compare)
                .orElse(step.percentage());
    }

    private static Stream<Integer> rate(Change change) {
        return switch (change) {
            case Change.RuleAddition addition -> Stream.of(addition.rule().backgroundRate());
            case Change.RuleEdit edit ->
                edit.fields().containsKey(RuleField.BACKGROUND_RATE)
                                && edit.fields().get(RuleField.BACKGROUND_RATE).value() instanceof Integer rate
                        ? Stream.of(rate)
                        : Stream.empty();
            default -> Stream.empty();
        };
    }

    /** Returns when it went live; null while it has not. */
    public @Nullable Instant liveSince() {
        return set.state() instanceof ChangeSet.Enacted(var _, Instant at) ? at : null;
    }

    public boolean isLive() {
        return liveSince() != null;
    }
}
