package dev.rehearsal.change;

import dev.rehearsal.change.store.ChangeSetStore;
import dev.rehearsal.staging.ChangeId;
import java.util.ArrayDeque;
import java.util.Deque;

/** Ids that nobody else is given; those that are left over stay unused. */
final class ReservedChangeIds implements ChangeIds {

    private final ChangeSetStore store;
    private final Deque<ChangeId> reserved = new ArrayDeque<>();

    ReservedChangeIds(ChangeSetStore store) {
        this.store = store;
    }

    @Override
    public ChangeId next() {
        expect(1);
        return reserved.remove();
    }

    @Override
    public void expect(int atLeast) {
        if (reserved.size() < atLeast) {
            reserved.addAll(store.reserveChangeIds(atLeast - reserved.size()));
        }
    }
}
