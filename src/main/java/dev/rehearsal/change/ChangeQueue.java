package dev.rehearsal.change;

import dev.rehearsal.change.store.ChangeSetStore;
import dev.rehearsal.staging.QueuedSet;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/** All pending sets, in the one order in which they are staged. */
@Service
public class ChangeQueue {

    private static final Comparator<ChangeSet> QUEUE_ORDER =
            Comparator.comparing(ChangeSet::due).thenComparing(ChangeSet::id);

    private final ChangeSetStore store;

    ChangeQueue(ChangeSetStore store) {
        this.store = store;
    }

    public List<ChangeSet> pending() {
        return store.pending().stream().sorted(QUEUE_ORDER).toList();
    }

    /** The same as staging wants it. */
    public List<QueuedSet> queued() {
        return pending().stream().map(ChangeSet::queued).toList();
    }
}
