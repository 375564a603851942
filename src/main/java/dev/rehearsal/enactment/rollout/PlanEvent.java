package dev.rehearsal.enactment.rollout;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.WireNamed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event in the life of a rollout.
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

    /** The acts that can be done to a rollout. */
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
