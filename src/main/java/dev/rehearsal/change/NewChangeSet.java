package dev.rehearsal.change;

import dev.rehearsal.ledger.Actor;
import java.time.Instant;
import java.util.List;

/**
 * A set that shall be put into the queue.
 *
 * @param title 1 to 200 characters
 * @param due to the millisecond
 * @param writers everybody who wrote any of it, the latest last
 */
public record NewChangeSet(Actor author, String title, Instant due, List<Proposal> changes, List<Actor> writers) {

    /** A set that its author alone wrote. */
    public NewChangeSet(Actor author, String title, Instant due, List<Proposal> changes) {
        this(author, title, due, changes, List.of(author));
    }

    public NewChangeSet {
        changes = List.copyOf(changes);
        writers = List.copyOf(writers);
    }
}
