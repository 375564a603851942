package dev.rehearsal.change;

import dev.rehearsal.ledger.Actor;
import java.time.Instant;
import java.util.List;

/**
 * A set that shall be put into the queue.
 *
 * @param title 1 to 200 characters
 * @param due to the millisecond
 */
public record NewChangeSet(Actor author, String title, Instant due, List<Proposal> changes) {

    public NewChangeSet {
        changes = List.copyOf(changes);
    }
}
