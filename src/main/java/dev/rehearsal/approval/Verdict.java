package dev.rehearsal.approval;

import dev.rehearsal.access.PersonId;
import dev.rehearsal.access.Role;
import dev.rehearsal.ledger.Actor;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One tester's word on one state.
 *
 * @param id in the order in which verdicts were given
 * @param testChannel where it was tested
 * @param person who of that name; {@link PersonId#NONE} where that is not on record
 * @param grants the roles that its giver held, each with which giving of it that was; null where that is not on record
 */
public record Verdict(
        long id,
        TestedState state,
        String testChannel,
        Outcome outcome,
        @Nullable String note,
        Actor by,
        PersonId person,
        Instant at,
        @Nullable Map<Role, Long> grants) {

    /** Whether its giver held the role when giving it; taken for true where that is not on record. */
    boolean heldAtTheTime(Role role) {
        return grants == null || grants.containsKey(role);
    }

    /** Whether it was given with this giving of the role; where that is not on record, any will do. */
    boolean wasGivenWith(Role role, long grant) {
        return grants == null || Long.valueOf(grant).equals(grants.get(role));
    }
}
