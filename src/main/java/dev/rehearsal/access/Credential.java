package dev.rehearsal.access;

import dev.rehearsal.ledger.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has shown to be let in, and who gave it to them.
 *
 * @param id of the token or the password; 0 for what the configuration holds
 * @param confirmedBy null while nobody else has
 */
public record Credential(
        Kind kind,
        long id,
        Actor givenBy,
        Instant givenAt,
        @Nullable Actor confirmedBy) {

    /** Says by which door somebody came. */
    public enum Kind {
        TOKEN,
        PASSWORD
    }

    /** Returns what the configuration holds for its person. */
    static Credential configured(Kind kind, Actor holder) {
        return new Credential(kind, 0, holder, Instant.EPOCH, null);
    }

    /** Whether this is an API token that somebody made here. */
    boolean isMintedToken() {
        return kind == Kind.TOKEN && id != 0;
    }
}
