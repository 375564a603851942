package dev.rehearsal.change;

import dev.rehearsal.access.People;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.RowTable;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.Identity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what is asked of shutoffs and configuration into changes that hold the row before and after. */
@Component
class RowProposals {

    private final RowTables tables;
    private final People people;

    RowProposals(RowTables tables, People people) {
        this.tables = tables;
        this.people = people;
    }

    <R> Change change(Proposal.ChangeRow<R> proposal, ProposalContext context) {
        RowKind<R> kind = proposal.kind();
        RowKey key = proposal.key();
        RowTable<R> table = tables.of(kind);
        R before = tables.find(kind, key).orElse(null);
        R becomes = proposal.becomes();
        if (before == null && (key.isNumber() || becomes == null || proposal.expected() == Proposal.Row.THERE)) {
            throw RefusedException.notFound(kind.missing(key));
        }
        if (before != null && proposal.expected() == Proposal.Row.NONE_YET) {
            throw RefusedException.invalid("change_type", kind.present(key));
        }
        if (before != null) {
            refuseMoved(kind, key, proposal.dataVersion(), kind.version(before));
        }
        if (becomes == null) {
            return new RowChange<>(context.nextId(), kind, before, null, meant(kind, Objects.requireNonNull(before)));
        }
        try {
            table.check(before, becomes);
        } catch (RefusedException refused) {
            throw refused.at(context.place());
        }
        return new RowChange<>(context.nextId(), kind, before, table.versioned(becomes), meant(kind, becomes));
    }

    /** Whoever gets the name of a person later is not meant; somebody who is not there yet may become anybody. */
    private <R> Identity meant(RowKind<R> kind, R row) {
        String owner = kind.owner(row);
        PersonId id =
                owner == null ? PersonId.NONE : people.find(new Actor(owner)).id();
        return id.equals(PersonId.NONE) ? Identity.UNKNOWN : Identity.UNKNOWN.ofRow(id.value());
    }

    /** Balrog answers 400 where it knows the table. */
    private static void refuseMoved(RowKind<?> kind, RowKey key, @Nullable Integer seen, int current) {
        if (seen == null || seen == current) {
            return;
        }
        String moved = "%s is at data_version %d by now, not %d: look at it again before changing it"
                .formatted(key.isNumber() ? kind.label(key) : "the row", current, seen);
        throw kind.isNumbered() ? RefusedException.conflict(moved) : RefusedException.invalid("data_version", moved);
    }
}
