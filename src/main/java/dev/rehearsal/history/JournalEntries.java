package dev.rehearsal.history;

import dev.rehearsal.access.Access;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.history.store.JournalRow;
import dev.rehearsal.history.store.JournalStore;
import dev.rehearsal.history.store.ReleasePartHistory;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.problem.RefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Reads everything that was ever written, as one list: who did what to which object, when, and through which set. */
@Service
public class JournalEntries {

    /** What is told only to those who may see what others may do. */
    private static final Set<String> ABOUT_PEOPLE = Set.of("permission", "role", "security");

    private static final RequiredPermission SEE_PERMISSIONS = RequiredPermission.onPeople(Action.VIEW);

    private final JournalStore store;
    private final ReleasePartHistory releaseParts;
    private final Access access;

    JournalEntries(JournalStore store, ReleasePartHistory releaseParts, Access access) {
        this.store = store;
        this.releaseParts = releaseParts;
        this.access = access;
    }

    /** The kinds of objects that entries are about. */
    public List<String> objects() {
        return JournalStore.objects();
    }

    /** Returns those of them that a reader is told of. */
    public List<String> objects(Actor reader) {
        Set<String> hidden = hiddenFrom(reader);
        return objects().stream().filter(object -> !hidden.contains(object)).toList();
    }

    private Set<String> hiddenFrom(Actor reader) {
        return access.may(reader, SEE_PERMISSIONS) ? Set.of() : ABOUT_PEOPLE;
    }

    /**
     * Newest first. Entries about permissions, roles and sign-ins are left out for a reader who may not see those.
     *
     * @throws RefusedException if the filter names a kind that there is not, or one that the reader may not see
     */
    public Page<JournalEntry> page(Actor reader, JournalFilter filter, Paging paging) {
        return Page.read(
                list(reader, filter, paging, Order.NEWEST_FIRST),
                paging,
                () -> store.count(filter, hiddenFrom(reader)));
    }

    /** The orders in which entries are read. */
    public enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST
    }

    /** Reads a page of the journal in an order, without a word on how long the whole is. */
    public List<JournalEntry> list(Actor reader, JournalFilter filter, Paging paging, Order order) {
        check(filter);
        if (filter.objects().stream().anyMatch(ABOUT_PEOPLE::contains)) {
            access.require(reader, SEE_PERMISSIONS);
        }
        List<JournalRow> rows = store.rows(filter, hiddenFrom(reader), paging, order);
        Map<Long, Map<String, FieldChange>> parts = releaseParts.changesWith(rows.stream()
                .filter(row -> row.isRelease() && row.wasThere() && row.isThere())
                .map(JournalRow::id)
                .toList());
        return rows.stream().map(row -> entry(row, parts)).toList();
    }

    private static void check(JournalFilter filter) {
        List<String> known = JournalStore.objects();
        for (String object : filter.objects()) {
            if (!known.contains(object)) {
                throw RefusedException.invalid("object", "'" + object + "' is none of " + String.join(", ", known));
            }
        }
    }

    private static JournalEntry entry(JournalRow row, Map<Long, Map<String, FieldChange>> parts) {
        Map<String, FieldChange> fields = new LinkedHashMap<>(row.fields());
        if (row.isRelease()) {
            fields.putAll(parts.getOrDefault(row.id(), Map.of()));
        }
        row.change()
                .ifPresent(change -> fields.putAll(row.changeBefore()
                        .map(before -> ChangeFields.between(before, change))
                        .orElseGet(() -> ChangeFields.of(change))));
        return new JournalEntry(row.at(), row.by(), row.object(), row.key(), row.changeSet(), kind(row), fields);
    }

    private static JournalEntry.Kind kind(JournalRow row) {
        if (!row.isThere()) {
            return JournalEntry.Kind.REMOVED;
        }
        return row.wasThere() ? JournalEntry.Kind.EDITED : JournalEntry.Kind.ADDED;
    }
}
