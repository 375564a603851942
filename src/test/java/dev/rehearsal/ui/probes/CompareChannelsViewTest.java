package dev.rehearsal.ui.probes;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.edit;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextArea;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.probe.Expectation;
import dev.rehearsal.probe.ProbeDraft;
import dev.rehearsal.probe.Probes;
import dev.rehearsal.ui.frame.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CompareChannelsViewTest {

    private static final String OLD = "/update/3/Firefox/120.0/1/WINNT_x86_64-msvc/de/release/os/d/dv/update.xml";
    private static final String NEW = "/update/3/Firefox/145.0/1/WINNT_x86_64-msvc/de/release/os/d/dv/update.xml";

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    @Test
    void findsNothingWhereNothingIsQueued() {
        compare(OLD + "\n" + NEW);

        assertThat(page.text())
                .contains("= the same", "0 requests of 2 requests get something else on release-cdntest");
    }

    @Test
    void tellsWhatTheQueueChangesByRule() {
        firefox.pending(ADA, "Ship 150", 1, edit(311, "mapping", "Firefox-150"));

        compare("127.0.0.1 - - [x] \"GET " + OLD + " HTTP/1.1\" 200 1\n  12 " + NEW);

        assertThat(page.text())
                .contains("≠ differ", "1 request of 2 requests, made 13 times get something else", "rule 311")
                .contains(OLD + "?force=1", "Ask as this client");
    }

    @Test
    void leavesOutWhatIsOfAnotherChannel() {
        compare(OLD + "\nrubbish\n" + NEW.replace("/release/", "/beta/"));

        assertThat(page.text()).contains("Left out: 1 line without an update URL, 1 request of other channels");
    }

    @Test
    void saysWhereThereIsNoRequest() {
        compare("rubbish");

        assertThat(_get(TextArea.class).getErrorMessage())
                .isEqualTo("There is no update URL of channel 'release' in what was given (lines: 1)");
    }

    @Test
    void saysWhatToDoWhereNothingIsGiven() {
        compare("");

        assertThat(_get(TextArea.class).getErrorMessage()).startsWith("Nothing was given: paste lines");
    }

    @Test
    void takesTheProbes() {
        TestDatabase.H2.bean(Probes.class).add(ADA, new ProbeDraft("old", OLD, new Expectation.NoUpdate(), null));
        page.open(ADA, "probes/compare");

        page.click("Take the probes of the live channel");

        assertThat(page.text()).contains("0 requests of 1 request get something else");
    }

    private void compare(String requests) {
        page.open(ADA, "probes/compare");
        page.enter(_get(TextArea.class), requests);
        page.click("Compare");
    }
}
