package dev.rehearsal.ledger;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are put in the place of whatever has their key.
 *
 * @param checks refuses what no row may be
 * @param versions returns the row with the version after all that it has had
 */
public record KeyedTable<R>(
        Class<R> type,
        Supplier<List<R>> rows,
        BiConsumer<@Nullable R, R> checks,
        UnaryOperator<R> versions,
        BiConsumer<Write, R> puts,
        BiConsumer<Write, R> removes)
        implements RowTable<R> {

    @Override
    public List<R> all() {
        return rows.get();
    }

    @Override
    public void check(@Nullable R before, R after) {
        checks.accept(before, after);
    }

    @Override
    public R versioned(R row) {
        return versions.apply(row);
    }

    @Override
    public void write(Write write, @Nullable R before, @Nullable R after) {
        if (after == null) {
            removes.accept(write, Objects.requireNonNull(before));
        } else {
            puts.accept(write, after);
        }
    }
}
