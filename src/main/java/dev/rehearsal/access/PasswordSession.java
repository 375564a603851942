package dev.rehearsal.access;

import java.time.Instant;

/**
 * A session of the screens that a password began.
 *
 * @param since when its person has last shown that they know their password
 */
record PasswordSession(PersonId person, Instant since, Credential credential) implements ScreenSession {}
