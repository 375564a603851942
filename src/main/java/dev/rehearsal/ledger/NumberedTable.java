package dev.rehearsal.ledger;

import dev.rehearsal.staging.ChangeSetId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table whose rows have numbers. Whoever writes them holds a {@link Write}, and so the write lock. */
public abstract class NumberedTable<R extends NumberedRow<R>> implements RowTable<R> {

    private final Class<R> type;
    private final NumberedRows<R> rows;

    protected NumberedTable(Class<R> type, NumberedRows<R> rows) {
        this.type = type;
        this.rows = rows;
    }

    @Override
    public Class<R> type() {
        return type;
    }

    /** Returns all, by number. */
    @Override
    public List<R> all() {
        return rows.all();
    }

    public Optional<R> find(long id) {
        return all().stream().filter(row -> row.id() == id).findFirst();
    }

    /** Returns the row as a change set left it; empty if the set removed it, or wrote none. */
    public Optional<R> writtenBy(ChangeSetId set) {
        return rows.writtenBy(set);
    }

    public HistoryTable<R> history() {
        return rows.history();
    }

    /** Adds rows as a dataset has them, unchecked; returns them with the numbers that they get. */
    public List<R> importAll(Write write, List<R> all) {
        return all.stream()
                .map(row -> rows.insert(write, row, row.dataVersion()))
                .toList();
    }

    /**
     * Adds a row; returns it with the number that it gets.
     *
     * @throws dev.rehearsal.problem.RefusedException if it cannot be
     */
    public R add(Write write, R row) {
        check(null, row);
        return rows.insert(write, row, 1);
    }

    @Override
    public void write(Write write, @Nullable R before, @Nullable R after) {
        if (after == null) {
            rows.delete(write, Objects.requireNonNull(before).id());
        } else if (before == null) {
            add(write, after);
        } else {
            check(before, after);
            rows.update(write, before.becomes(after));
        }
    }
}
