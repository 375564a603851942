package dev.rehearsal.enactment;

import dev.rehearsal.access.OfPerson;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.RowKey;
import dev.rehearsal.change.RowKind;
import dev.rehearsal.ledger.Actor;
import java.util.List;
import java.util.Objects;

/** Finds whether shutoffs and configuration still are what the author of a change saw. */
public final class RowConflicts {

    private RowConflicts() {}

    public static <R> boolean moved(RowChange<R> change, ApprovalContext now) {
        RowKind<R> kind = change.kind();
        RowKey key = change.key();
        List<R> rows = now.rows(kind);
        R current = key.isNew()
                ? null
                : rows.stream()
                        .filter(row -> kind.key(row).equals(key))
                        .findFirst()
                        .orElse(null);
        if (!Objects.equals(change.before(), current)) {
            return true;
        }
        if (change.latest() instanceof OfPerson own && !own.isOf(now.person(new Actor(own.person())))) {
            return true;
        }
        if (isSomebodyElses(change, now)) {
            return true;
        }
        R after = change.after();
        return after != null
                && kind.clashes(
                        after, rows.stream().filter(row -> !row.equals(current)).toList());
    }

    /** Whether the person that was meant is gone, also where nobody has come back under the name yet. */
    private static <R> boolean isSomebodyElses(RowChange<R> change, ApprovalContext now) {
        String owner = change.kind().owner(change.latest());
        Long meant = change.identity().row();
        return owner != null
                && meant != null
                && meant != now.person(new Actor(owner)).id().value();
    }
}
