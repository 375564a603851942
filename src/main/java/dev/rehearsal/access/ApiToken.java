package dev.rehearsal.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token; its text is known only to whoever keeps it.
 *
 * @param person as whom its holder acts
 * @param expiresAt null for never
 * @param revokedAt null while it is good
 */
public record ApiToken(
        long id,
        String person,
        String name,
        TokenScope scope,
        String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt) {

    public boolean isRevoked() {
        return revokedAt != null;
    }

    public boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
