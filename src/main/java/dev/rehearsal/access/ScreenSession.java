package dev.rehearsal.access;

import java.time.Instant;

/** What a session of the screens keeps of its beginning. */
sealed interface ScreenSession permits PasswordSession, IssuerSession {

    PersonId person();

    /** Returns when its person has last shown who they are. */
    Instant since();

    Credential credential();
}
