package dev.rehearsal.enactment.rollout;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.WireNamed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a rollout.
 *
 * @param step which it was about; null for none
 * @param note a sentence without a full stop; null for none
 */
public record PlanEvent(
        Act act,
        @Nullable Integer step,
        @Nullable Integer percentage,
        @Nullable String note,
        Actor by,
        Instant at) {

    /** What can be done to one. */
    public enum Act implements WireNamed {
        MADE,
        STOPPED,
        PAUSED,
        RESUMED,
        LET_GO,
        MOVED,
        OVER
    }
}
