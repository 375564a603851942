package dev.rehearsal.change;

import dev.rehearsal.access.PermissionName;
import dev.rehearsal.ledger.NumberedRow;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Describes a table whose rows have numbers that tell them apart. */
public abstract class NumberedKind<R extends NumberedRow<R>> extends RowKind<R> {

    NumberedKind(
            String word,
            PermissionName permission,
            Class<R> type,
            Function<R, @Nullable String> product,
            List<Column<R>> columns) {
        super(word, permission, type, product, NumberedRow::dataVersion, columns);
    }

    /**
     * Returns what makes a row, makes another of it, or removes it.
     *
     * @param id null for a new one
     * @param becomes null to remove it
     */
    public Proposal change(@Nullable Long id, @Nullable Integer dataVersion, @Nullable R becomes) {
        return new Proposal.ChangeRow<>(
                this, id == null ? RowKey.NEW : RowKey.ofNumber(id), Proposal.Row.EITHER, dataVersion, becomes);
    }

    @Override
    public boolean isNumbered() {
        return true;
    }

    @Override
    public RowKey key(R row) {
        return row.id() == 0 ? RowKey.NEW : RowKey.ofNumber(row.id());
    }
}
