package dev.rehearsal.access;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.WireNamed;
import org.jspecify.annotations.Nullable;

/**
 * A security event happened at a door.
 *
 * @param by who did it
 * @param about whose door it is; null where it is that of whoever did it, or where a name was tried that there is not
 * @param detail such as what a token is called
 * @param address from where, where that is known
 */
public record SecurityEvent(
        Kind kind,
        Actor by,
        @Nullable String about,
        @Nullable String detail,
        @Nullable String address) {

    /** Stands for whoever is not known; no person can be called this. */
    static final Actor NOBODY = new Actor("nobody");

    /** Says what happened. */
    public enum Kind implements WireNamed {
        SIGNED_IN,
        SIGN_IN_FAILED,
        SIGN_IN_DELAYED,
        STEPPED_UP,
        IDENTITY_BOUND,
        IDENTITY_CONFIRMED,
        IDENTITY_UNBOUND,
        PASSWORD_SET,
        PASSWORD_CONFIRMED,
        TOKEN_MADE,
        TOKEN_CONFIRMED,
        TOKEN_REVOKED,
        TOKENS_ENDED,
        TOKEN_REJECTED,
        ACCESS_REFUSED,
        PERMISSION_GIVEN,
        PERMISSION_TAKEN,
        ROLE_GIVEN,
        ROLE_CONFIRMED,
        ROLE_TAKEN
    }
}
