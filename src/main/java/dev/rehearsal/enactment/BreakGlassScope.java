package dev.rehearsal.enactment;

import dev.rehearsal.staging.ChangeSetId;
import java.util.List;
import java.util.Set;

/**
 * The sets for which somebody passes over gates, by name: others that would have to go along are not among them.
 *
 * @param sets empty where gates are not passed over
 */
public record BreakGlassScope(Set<ChangeSetId> sets) {

    public static final BreakGlassScope NONE = new BreakGlassScope(Set.of());

    public BreakGlassScope {
        sets = Set.copyOf(sets);
    }

    boolean isGiven() {
        return !sets.isEmpty();
    }

    /** Returns those of the steps' sets that are not named. */
    List<ChangeSetId> unnamed(List<Step> steps) {
        return steps.stream()
                .map(step -> step.set().id())
                .filter(id -> !sets.contains(id))
                .toList();
    }
}
