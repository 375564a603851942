package dev.rehearsal.access;

import java.time.Instant;

/**
 * What a session of the screens keeps of its beginning.
 *
 * @param since when its person has last shown that they know their password
 */
record PasswordSession(PersonId person, Instant since, Credential credential) {}
