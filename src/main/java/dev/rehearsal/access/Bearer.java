package dev.rehearsal.access;

import dev.rehearsal.ledger.Actor;

/** The bearer of a token is whoever presents it. */
public sealed interface Bearer {

    /** The caller has no token: what is open to all is open to them too. */
    record Nobody() implements Bearer {}

    /** @param counter what their requests are counted by */
    record Known(Actor actor, TokenScope scope, String counter, Credential credential) implements Bearer {}

    /** @param sentence why nobody can tell now whether the token is good */
    record Unanswered(String sentence) implements Bearer {}

    /** @param sentence why the token is not good, for whoever sent it */
    record Rejected(String sentence) implements Bearer {}
}
