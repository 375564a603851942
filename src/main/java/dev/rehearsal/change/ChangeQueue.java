package dev.rehearsal.change;

import dev.rehearsal.change.store.ChangeSetStore;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.QueuedSet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The queue of all pending sets, in the one order in which they are staged. */
@Service
public class ChangeQueue {

    private final ChangeSetStore store;

    ChangeQueue(ChangeSetStore store) {
        this.store = store;
    }

    public List<ChangeSet> pending() {
        return store.pending().stream().sorted(ChangeSet.QUEUE_ORDER).toList();
    }

    /** Returns the queue as staging wants it. */
    public List<QueuedSet> queued() {
        return pending().stream().map(ChangeSet::queued).toList();
    }

    /** Returns the pending sets that are due at this time, in queue order. */
    public List<ChangeSet> dueAt(Instant time) {
        return store.pendingUpTo(time).stream().sorted(ChangeSet.QUEUE_ORDER).toList();
    }

    /** Returns how far each set is that can be signed: those that are pending or held. */
    public Map<ChangeSetId, ContentVersion> signableVersions() {
        return store.signableVersions();
    }

    /** Returns these sets, in queue order. */
    public List<ChangeSet> all(Collection<ChangeSetId> ids) {
        return store.all(ids).stream().sorted(ChangeSet.QUEUE_ORDER).toList();
    }
}
