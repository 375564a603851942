package dev.rehearsal.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows change sets replace as wholes: none of it is staged. Who may write a row was decided by whoever calls.
 *
 * @param <R> a row, with the key that tells it from others
 */
public interface RowTable<R> {

    /** Returns what its rows are, which tells tables apart. */
    Class<R> type();

    List<R> all();

    /** @throws dev.rehearsal.problem.RefusedException if the row cannot become this */
    void check(@Nullable R before, R after);

    /** Returns the row as it will be stored: with the version after all that it has had, where the key tells rows apart. */
    default R versioned(R row) {
        return row;
    }

    /**
     * Adds, replaces or removes a row.
     *
     * @param before null for a row that is added
     * @param after null for a row that is removed
     * @throws dev.rehearsal.problem.RefusedException if it is not right any more
     */
    void write(Write write, @Nullable R before, @Nullable R after);
}
