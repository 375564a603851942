package dev.rehearsal.access;

import dev.rehearsal.ledger.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A credential is what somebody has shown to be let in, with who gave it to them.
 *
 * @param id of the token, the password, or what binds the person to an issuer; 0 for what the configuration holds
 * @param confirmedBy null while nobody else has
 * @param assurance how an issuer says that it authenticated the person; null for what is shown to Rehearsal itself
 */
public record Credential(
        Kind kind,
        long id,
        Actor givenBy,
        Instant givenAt,
        @Nullable Actor confirmedBy,
        @Nullable Assurance assurance) {

    /** Makes what is shown to Rehearsal itself. */
    public Credential(Kind kind, long id, Actor givenBy, Instant givenAt, @Nullable Actor confirmedBy) {
        this(kind, id, givenBy, givenAt, confirmedBy, null);
    }

    /** Says by which door somebody came. */
    public enum Kind {
        TOKEN,
        PASSWORD,
        /** A sign-in through the issuer. */
        ISSUER,
        /** A token of the issuer's, on the API. */
        JWT
    }

    /** Returns what the configuration holds for its person. */
    static Credential configured(Kind kind, Actor holder) {
        return new Credential(kind, 0, holder, Instant.EPOCH, null);
    }

    Credential with(Assurance shown) {
        return new Credential(kind, id, givenBy, givenAt, confirmedBy, shown);
    }

    /** Whether this came by the API, and was not the configuration's: it makes no way in that outlives it. */
    boolean isOfApi() {
        return kind == Kind.JWT || isMintedToken();
    }

    /** Whether this is an API token that somebody made here. */
    boolean isMintedToken() {
        return kind == Kind.TOKEN && id != 0;
    }
}
