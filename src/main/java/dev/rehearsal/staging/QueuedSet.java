package dev.rehearsal.staging;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A pending change set as staging sees it: its place in the queue and what it changes, in order. */
public record QueuedSet(ChangeSetId id, Instant due, List<Change> changes) {

    /** The one order of the queue: by due time, then by id. */
    public static final Comparator<QueuedSet> QUEUE_ORDER =
            Comparator.comparing(QueuedSet::due).thenComparing(QueuedSet::id);

    public QueuedSet {
        changes = List.copyOf(changes);
    }
}
