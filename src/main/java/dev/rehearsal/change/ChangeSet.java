package dev.rehearsal.change;

import dev.rehearsal.journal.Actor;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.QueuedSet;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * An ordered batch of changes that is signed, tested and enacted as one.
 *
 * @param title at most 200 characters
 * @param due when it shall be enacted, to the millisecond
 */
public record ChangeSet(
        ChangeSetId id,
        String title,
        Actor author,
        Instant createdAt,
        Instant due,
        State state,
        List<Change> changes,
        int dataVersion) {

    /** The one order of the queue: by due time, then by id. */
    public static final Comparator<ChangeSet> QUEUE_ORDER =
            Comparator.comparing(ChangeSet::due).thenComparing(ChangeSet::id);

    public ChangeSet {
        changes = List.copyOf(changes);
    }

    /** Where a set is in its life. Only pending sets are staged. */
    public sealed interface State {}

    public record Draft() implements State {}

    public record Pending() implements State {}

    public record Held() implements State {}

    public record Enacted(Actor by, Instant at) implements State {}

    public record Withdrawn(Actor by, Instant at) implements State {}

    public ChangeSet in(State next) {
        return new ChangeSet(id, title, author, createdAt, due, next, changes, dataVersion + 1);
    }

    /** The same as staging wants it. */
    public QueuedSet queued() {
        return new QueuedSet(id, due, changes);
    }
}
