package dev.rehearsal.access;

import org.jspecify.annotations.Nullable;

/**
 * A token that somebody shall get.
 *
 * @param expiresAt in milliseconds since 1970; null for the usual life, from when it is collected
 */
public record AskedToken(
        String person,
        PersonId personId,
        String name,
        TokenScope scope,
        @Nullable Long expiresAt) implements OfPerson {}
