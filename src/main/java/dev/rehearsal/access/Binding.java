package dev.rehearsal.access;

import dev.rehearsal.ledger.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says that an account of an issuer belongs to a person here.
 *
 * @param id another one with each binding
 * @param by who bound them; the person themselves where their name did
 * @param confirmedBy null while nobody else has
 */
public record Binding(
        long id,
        Identity identity,
        PersonId person,
        Actor actor,
        Actor by,
        Instant at,
        @Nullable Actor confirmedBy) {

    /** Returns what this person has shown to be let in. */
    public Credential credential(Credential.Kind kind, Assurance shown) {
        return new Credential(kind, id, by, at, confirmedBy, shown);
    }
}
