package dev.rehearsal.ui.frame;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import dev.rehearsal.access.OidcOptions;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.access.StepUp;
import dev.rehearsal.problem.RefusedException;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailureMessagesTest {

    @BeforeEach
    void open() {
        MockVaadin.setup();
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    @Test
    void ofAFaultTellAnId() {
        fail(new IllegalStateException("a bug"));

        assertThat(shown()).matches("A fault of the server, .* which is in its log: [0-9a-f]{8}\\. Close");
    }

    @Test
    void ofAWriteThatTheTablesCannotTakeTellAnIdToo() {
        fail(new DataIntegrityViolationException("a check"));

        assertThat(shown()).startsWith("A fault of the server");
    }

    @Test
    void ofADatabaseThatIsAwaySaySo() {
        fail(new CannotCreateTransactionException("no connection"));

        assertThat(shown()).startsWith("The database does not answer.");
    }

    @Test
    void ofTwoWritesInEachOthersWaySaySo() {
        fail(new OptimisticLockingFailureException("moved on"));

        assertThat(shown()).startsWith("The tables have changed meanwhile");
    }

    @Test
    void ofARefusalThatNobodyCaughtSayWhy() {
        fail(new IllegalStateException(RefusedException.conflict("the title is taken")));

        assertThat(shown()).startsWith("Not done. ").contains("is taken");
    }

    @Test
    void areOneAtATimeUntilSomebodyClosesIt() {
        fail(new IllegalStateException("a bug"));
        fail(new CannotCreateTransactionException("no connection"));

        assertThat(shown()).startsWith("The database does not answer.");
        _click(_get(Button.class, wanted -> wanted.withText("Close")));
        assertThat(_find(Notification.class)).noneMatch(Notification::isOpened);
    }

    @Test
    void ofABrowserThatIsGoneAreForNobody() {
        fail(new IOException("broken pipe"));

        assertThat(_find(Notification.class)).isEmpty();
    }

    private static void fail(Exception failure) {
        new FailureMessages(new StepUp(OidcOptions.NONE, new SignedIn())).tell(new ErrorEvent(failure));
    }

    private static String shown() {
        return Page.textOf(_get(Notification.class));
    }
}
