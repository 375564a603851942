package dev.rehearsal.enactment.rollout;

import dev.rehearsal.ledger.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reading is what was seen outside at a time: a figure, or how something is.
 *
 * @param check its number in the plan
 * @param figure null where it is an outcome
 * @param outcome null where it is a figure
 * @param says more for people; may be empty
 */
public record Reading(
        int check, @Nullable Double figure, CheckResult.@Nullable Outcome outcome, String says, Actor by, Instant at) {

    /** Whether something was seen, be it good or bad. */
    boolean tells() {
        return figure != null || outcome == CheckResult.Outcome.SUCCESS || outcome == CheckResult.Outcome.FAILURE;
    }
}
