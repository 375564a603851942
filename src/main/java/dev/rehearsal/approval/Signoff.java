package dev.rehearsal.approval;

import dev.rehearsal.access.Credential;
import dev.rehearsal.access.Role;
import dev.rehearsal.ledger.Actor;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person's consent to one change set, in one role.
 *
 * @param digest of what was signed; null for one that was given before signoffs said so
 * @param items of what was signed, each with 16 hex digits of its content
 * @param grant which giving of the role it was given with
 * @param credential what its giver was let in with; null where that is not on record
 * @param counted whether it counted when its set was enacted; null until then
 */
public record Signoff(
        Actor by,
        Role role,
        Instant at,
        @Nullable String digest,
        Map<String, String> items,
        long grant,
        @Nullable Credential credential,
        @Nullable Boolean counted) {

    public Signoff {
        items = Map.copyOf(items);
    }
}
