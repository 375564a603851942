package dev.rehearsal.approval;

import dev.rehearsal.access.Role;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word that one guard rail may be passed over, for one step and under the terms that it had.
 *
 * @param id in the order in which they were given
 * @param terms those of the rail at that time
 * @param set which was looked at
 * @param grant which giving of the role its giver had
 * @param finding what the rail had found, as its giver read it
 */
public record RailPass(
        long id,
        long rail,
        String terms,
        RailedStep step,
        ChangeSetId set,
        Actor by,
        Role role,
        long grant,
        String finding,
        @Nullable String note,
        Instant at) {}
