package dev.rehearsal.change;

import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.Tables;

/**
 * The context of a proposal is what it is turned into changes against.
 *
 * @param before the tables as the sets before this one would leave them
 * @param ids where its changes get their ids from
 * @param place where problems are, such as {@code changes[2].}
 */
public record ProposalContext(Tables live, Tables before, ChangeIds ids, String place) {

    ChangeId nextId() {
        return ids.next();
    }

    ProposalContext at(String other) {
        return new ProposalContext(live, before, ids, other);
    }

    /** For a proposal that says of which change it is the next version. */
    ProposalContext goingOnWith(ChangeId change) {
        return new ProposalContext(live, before, () -> change, place);
    }
}
