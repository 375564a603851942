package dev.rehearsal.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class SecondAttemptTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream log = new PrintStream(said, true, StandardCharsets.UTF_8);
    private int made;

    @Test
    void isNotMadeOfAJourneyThatPasses() throws Throwable {
        SecondAttempt.of("A journey", this::pass, this::pass, log);

        assertThat(made).isEqualTo(1);
        assertThat(said()).isEmpty();
    }

    @Test
    void thatPassesIsSaidToBeFlaky() throws Throwable {
        SecondAttempt.of("A journey", this::fail, this::pass, log);

        assertThat(made).isEqualTo(2);
        assertThat(said()).contains("AssertionError: attempt 1", "FLAKY: A journey failed at its first attempt");
    }

    @Test
    void thatFailsTooIsAFailure() {
        assertThatThrownBy(() -> SecondAttempt.of("A journey", this::fail, this::fail, log))
                .isInstanceOf(AssertionError.class)
                .hasMessage("attempt 2")
                .hasSuppressedException(new AssertionError("attempt 1"));
        assertThat(said()).doesNotContain("FLAKY");
    }

    @Test
    void isNotMadeOfAJourneyThatIsSkipped() {
        TestAbortedException skipped = new TestAbortedException("no browser");

        assertThatThrownBy(() -> SecondAttempt.of(
                        "A journey",
                        () -> {
                            throw skipped;
                        },
                        this::pass,
                        log))
                .isSameAs(skipped);
        assertThat(made).isZero();
    }

    private void pass() {
        made++;
    }

    private void fail() {
        made++;
        throw new AssertionError("attempt " + made);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
