package dev.rehearsal.history;

import dev.rehearsal.ledger.Conditions;
import dev.rehearsal.ledger.HistoryTable;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.staging.ChangeSetId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An object before and after one set.
 *
 * @param before null where there was none
 * @param after null where the set removed it
 */
record Written<T>(@Nullable T before, @Nullable T after) {

    private static final Paging LATEST = new Paging(1, 1);

    /**
     * Empty where the set wrote nothing of it.
     *
     * @param object makes conditions that only this object meets
     */
    static <T> Optional<Written<T>> by(HistoryTable<T> history, ChangeSetId set, Supplier<Conditions> object) {
        List<Revision<T>> written = history.all(object.get().and("change_set_id = ?", set.value()));
        if (written.isEmpty()) {
            return Optional.empty();
        }
        long first = written.getLast().changeId();
        T before = history.matching(object.get().and("change_id < ?", first), LATEST).items().stream()
                .findFirst()
                .flatMap(Revision::contentIfAny)
                .orElse(null);
        return Optional.of(new Written<>(before, written.getFirst().content()));
    }
}
