package dev.rehearsal.ledger;

/**
 * A row whose number tells it from others.
 *
 * @param <R> itself
 */
public interface NumberedRow<R extends NumberedRow<R>> {

    /** Returns its number; 0 for one that has none yet. */
    long id();

    /** Returns how often it was written. */
    int dataVersion();

    /** Returns what this row says as another one. */
    R numbered(long id, int dataVersion);

    /** Returns this row, saying what the other one says. */
    default R becomes(R other) {
        return other.numbered(id(), dataVersion() + 1);
    }
}
