package dev.rehearsal.enactment.rollout;

import dev.rehearsal.problem.WireNamed;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The result of a check says how it stands.
 *
 * @param sentence for people, without a full stop
 */
public record CheckResult(PlanCheck check, Outcome outcome, String sentence) {

    /** The outcomes of a check; the later, the worse. */
    public enum Outcome implements WireNamed {
        SUCCESS,
        /** There is nothing to go by, or nothing new enough. */
        INCONCLUSIVE,
        /** It could not be asked. */
        ERROR,
        FAILURE
    }

    /** Returns the worst one that is no success. */
    static Optional<CheckResult> worst(Collection<CheckResult> results) {
        return results.stream()
                .filter(result -> result.outcome() != Outcome.SUCCESS)
                .max(Comparator.comparing(CheckResult::outcome));
    }
}
