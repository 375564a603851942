package dev.rehearsal.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A write holds what every history row of one transaction has in common. Only {@link WriteLock} hands it out, so
 * whoever holds one holds the write lock.
 *
 * @param changeSet the change set that is being enacted; null for a direct write
 * @param found the versions of the tables as this transaction found them
 */
public record Write(Actor by, Instant at, @Nullable Long changeSet, SnapshotVersion found) {

    /** Returns this moment, written on behalf of a set and its author. */
    public Write enacting(long set, Actor author) {
        return new Write(author, at, set, found);
    }
}
