package dev.rehearsal.access;

import static dev.rehearsal.access.Town.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.ledger.Actor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class OpenSessionsTest {

    private static final String PASSWORD = "correct horse battery";

    private final TestDatabase database = TestDatabase.H2.emptied();
    private final TestClock clock = database.bean(TestClock.class);
    private final Town town = new Town(database);
    private final OpenSessions sessions = town.sessions;
    private final Actor ben = town.with("ben", Town.rule());

    @BeforeEach
    void signIn() {
        town.accounts.setPassword(ADMIN, "ben", PASSWORD);
        clock.advance(Duration.ofMinutes(1));
        UsernamePasswordAuthenticationToken signedIn =
                UsernamePasswordAuthenticationToken.authenticated(ben, null, List.of());
        signedIn.setDetails(town.accounts.begin(ben, clock.instant()));
        SecurityContextHolder.getContext().setAuthentication(signedIn);
        clock.advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aSessionGoesOn() {
        assertThat(sessions.isStillGood()).isTrue();
    }

    @Test
    void itEndsWhenItsPersonGetsANewPassword() {
        town.accounts.setPassword(ADMIN, "ben", PASSWORD + "!");

        assertThat(sessions.isStillGood()).isFalse();
    }

    @Test
    void itGoesOnWhereItsPersonHasChosenTheNewPassword() {
        town.accounts.changePassword(ben, PASSWORD, PASSWORD + "!");
        sessions.renew();

        assertThat(sessions.isStillGood()).isTrue();
    }

    @Test
    void itEndsAfterTwelveHoursHoweverBusyItIs() {
        clock.advance(Duration.ofHours(12).minus(Duration.ofMinutes(2)));
        assertThat(sessions.isStillGood()).isTrue();

        clock.advance(Duration.ofMinutes(2));
        assertThat(sessions.isStillGood()).isFalse();
    }

    @Test
    void itEndsWhenItsPersonHasNoPermissionLeft() {
        town.grants.take(ADMIN, "ben", PermissionName.RULE, 1);

        assertThat(sessions.isStillGood()).isFalse();
    }

    @Test
    void itEndsWhenItsPersonWentAndSomebodyElseHasTheName() {
        town.grants.take(ADMIN, "ben", PermissionName.RULE, 1);
        town.grants.give(ADMIN, "ben", Town.rule());

        assertThat(sessions.isStillGood()).isFalse();
    }

    @Test
    void whereNobodyIsSignedInThereIsNothingToEnd() {
        SecurityContextHolder.clearContext();

        assertThat(sessions.isStillGood()).isTrue();
    }
}
