package dev.rehearsal.access;

import dev.rehearsal.ledger.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token of the API as it is recorded; its text is known only to whoever keeps it.
 *
 * @param personId of that person: nobody else of this name can use it
 * @param person as whom its holder acts
 * @param expiresAt null for never
 * @param revokedAt null while it is good
 * @param confirmedBy who else than its maker stands for it; null while nobody does
 * @param mintedWith the token with which this one was made, and with which it ends; null where a person made it
 */
public record ApiToken(
        long id,
        PersonId personId,
        String person,
        String name,
        TokenScope scope,
        String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt,
        @Nullable String confirmedBy,
        @Nullable Long mintedWith) {

    Credential credential() {
        return new Credential(
                Credential.Kind.TOKEN,
                id,
                new Actor(createdBy),
                createdAt,
                confirmedBy == null ? null : new Actor(confirmedBy));
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }

    public boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
