package dev.rehearsal.ui.people;

import static dev.rehearsal.access.Town.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.VaadinSessionState;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Town;
import dev.rehearsal.ledger.StateReplaced;
import dev.rehearsal.ledger.WriteLock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.security.core.context.SecurityContextHolder;

/** What becomes of a session in which nobody goes anywhere. */
class SessionWatchTest {

    private static final String PASSWORD = "correct horse battery";

    private final TestDatabase database = TestDatabase.H2.emptied();
    private final Town town = new Town(database);
    private final SessionWatch watch = new SessionWatch(town.sessions, Runnable::run);

    @RegisterExtension
    final PeopleScreen screen = new PeopleScreen(database, town);

    private VaadinSession session;

    @BeforeEach
    void signIn() {
        town.with("ben", Town.rule());
        town.accounts.setPassword(ADMIN, "ben", PASSWORD);
        screen.open("ben", "people/ben");
        town.signIn("ben");
        session = VaadinSession.getCurrent();
        session.getSession().setAttribute("SPRING_SECURITY_CONTEXT", SecurityContextHolder.getContext());
        watch.watch(session);
        database.bean(TestClock.class).advance(Duration.ofMinutes(1));
    }

    @Test
    void itGoesOnWhileNothingHappensToItsPerson() {
        aWriteIsSeen();

        assertThat(isOver()).isFalse();
    }

    @Test
    void itEndsWhenAnAdministratorResetsThePassword() {
        town.accounts.setPassword(ADMIN, "ben", PASSWORD + "!");
        aWriteIsSeen();

        assertThat(isOver()).isTrue();
    }

    @Test
    void itEndsWhenItsPersonGoes() {
        town.grants.take(ADMIN, "ben", PermissionName.RULE, 1);
        aWriteIsSeen();

        assertThat(isOver()).isTrue();
    }

    @Test
    void itEndsAfterTwelveHours() {
        database.bean(TestClock.class).advance(Duration.ofHours(12));
        unlocked(watch::look);

        assertThat(isOver()).isTrue();
    }

    private void aWriteIsSeen() {
        unlocked(() -> watch.onStateReplaced(
                new StateReplaced(database.bean(WriteLock.class).version())));
    }

    /** As on a thread that serves nobody. */
    private void unlocked(Runnable look) {
        session.unlock();
        try {
            look.run();
        } finally {
            session.lock();
        }
    }

    private boolean isOver() {
        return session.getState() != VaadinSessionState.OPEN;
    }
}
