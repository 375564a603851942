package dev.rehearsal.ui.emergency;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.live.Shutoff;
import java.util.List;

/** A change set that lets updates go on again, once it is enacted. */
record ShutoffLift(ChangeSet set, Shutoff shutoff) {

    static List<ShutoffLift> in(List<ChangeSet> sets) {
        return sets.stream()
                .flatMap(
                        set -> RowKinds.SHUTOFFS.in(set.changes()).map(change -> new ShutoffLift(set, change.oldest())))
                .toList();
    }

    boolean isOf(Shutoff other) {
        return shutoff.product().equals(other.product()) && shutoff.channel().equals(other.channel());
    }
}
