package dev.rehearsal.access;

import java.time.Instant;

/** Holds how a session of the screens began. */
sealed interface ScreenSession permits PasswordSession, IssuerSession {

    PersonId person();

    /** Returns when its person has last shown who they are. */
    Instant since();

    Credential credential();
}
