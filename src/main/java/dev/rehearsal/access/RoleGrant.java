package dev.rehearsal.access;

import dev.rehearsal.ledger.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grant of a role tells how somebody came to hold it.
 *
 * @param grant a number that is never used again: a role that was taken and given again is another grant
 * @param by a blank name where that is not known
 * @param confirmedBy null while nobody else has
 */
public record RoleGrant(
        long grant, Actor by, Instant at, @Nullable Actor confirmedBy) {

    /** Stands for a grant of which nothing is known. */
    public static final RoleGrant UNKNOWN = new RoleGrant(0, new Actor(""), Instant.EPOCH, null);
}
