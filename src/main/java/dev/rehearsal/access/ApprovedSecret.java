package dev.rehearsal.access;

import dev.rehearsal.ledger.Actor;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token or a password that was approved, and is made when it is collected.
 *
 * @param token what the token shall be; null for a password
 * @param askedBy who wrote the change set
 * @param askedById that person, who may have gone since
 * @param forAsker whether it goes to who asked, as was settled when it was approved
 */
public record ApprovedSecret(
        long id,
        String person,
        PersonId personId,
        @Nullable AskedToken token,
        Actor askedBy,
        PersonId askedById,
        boolean forAsker,
        Instant approvedAt)
        implements OfPerson {

    private static final Duration COLLECTABLE = Duration.ofDays(7);

    /** Returns from when on nobody can collect it. */
    public Instant until() {
        return approvedAt.plus(COLLECTABLE);
    }

    public Credential.Kind kind() {
        return token == null ? Credential.Kind.PASSWORD : Credential.Kind.TOKEN;
    }
}
