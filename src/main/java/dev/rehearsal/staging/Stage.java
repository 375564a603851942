package dev.rehearsal.staging;

import dev.rehearsal.blob.ReleaseContents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Live tables with change sets laid over them, and what each set did: the one pure function that every screen, endpoint
 * and test channel shares.
 *
 * @param steps the sets that were applied, in queue order
 * @param conflicts the sets that were left out, in queue order
 */
public record Stage(Tables live, Tables staged, List<Step> steps, List<Conflict> conflicts) {

    /** One applied set and the rows that it changed. */
    public record Step(QueuedSet set, List<Transition> transitions) {}

    /** Nothing queued: the staged tables are the live ones. */
    public static Stage of(Tables live) {
        return new Stage(live, live, List.of(), List.of());
    }

    /** Lays the sets over live in the order given; cost grows with rules plus changes. */
    public static Stage of(Tables live, List<QueuedSet> sets, ReleaseContents contents) {
        if (sets.isEmpty()) {
            return of(live);
        }
        WorkingTables working = new WorkingTables(live, contents);
        List<Step> steps = new ArrayList<>();
        List<Conflict> conflicts = new ArrayList<>();
        for (QueuedSet set : sets) {
            WorkingTables.Laid laid = working.lay(set);
            if (laid.reasons().isEmpty()) {
                steps.add(new Step(set, laid.transitions()));
            } else {
                conflicts.add(new Conflict(set, laid.reasons()));
            }
        }
        return new Stage(live, steps.isEmpty() ? live : working.freeze(), List.copyOf(steps), List.copyOf(conflicts));
    }

    /** The reasons that keep this set out; empty if it was applied or not part of this stage. */
    public Optional<Conflict> conflictOf(ChangeSetId set) {
        return conflicts.stream().filter(conflict -> conflict.set().equals(set)).findFirst();
    }
}
