package dev.rehearsal.change;

import dev.rehearsal.ledger.RowTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the table that holds the rows of a kind. */
@Component
public class RowTables {

    private final Map<Class<?>, RowTable<?>> tables = new HashMap<>();

    RowTables(List<RowTable<?>> tables) {
        tables.forEach(table -> this.tables.put(table.type(), table));
    }

    @SuppressWarnings("unchecked")
    public <R> RowTable<R> of(RowKind<R> kind) {
        return (RowTable<R>) Objects.requireNonNull(tables.get(kind.type()), kind.word());
    }

    /** Returns the row with a key, as the caller's transaction sees it. */
    <R> Optional<R> find(RowKind<R> kind, RowKey key) {
        return key.isNew()
                ? Optional.empty()
                : of(kind).all().stream()
                        .filter(row -> kind.key(row).equals(key))
                        .findFirst();
    }
}
