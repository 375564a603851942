package dev.rehearsal.ui.preview;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.edit;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.ui.frame.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AskViewTest {

    private static final String URL = "/update/3/Firefox/120.0/1/WINNT_x86_64-msvc/de/release/os/d/dv/update.xml";

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    @Test
    void showsTheLiveChannelAndEachTestChannelSideBySideWithTheRuleThatDecides() {
        firefox.live(RowKinds.MAPPINGS.change(
                null, null, new MappingProposal("Firefox", "release", "release-localtest", new Scope.NextOnly())));
        firefox.pending(ADA, "Note", 1, edit(311, "comment", "soon 150.0"));
        firefox.pending(ADA, "Ship 150.0", 2, edit(311, "mapping", "Firefox-150", "backgroundRate", 50));

        ask(URL);

        assertThat(answers())
                .satisfiesExactly(
                        live -> assertThat(live).contains("release, live", "Firefox-128", "rule #311"),
                        staged -> assertThat(staged).contains("release-cdntest", "differs", "50 % Firefox-150"),
                        next -> assertThat(next).contains("release-localtest", "same", "Firefox-128"));
        assertThat(_find(_find(AnswerSummary.class).getFirst(), RouterLink.class))
                .singleElement()
                .extracting(RouterLink::getHref)
                .isEqualTo("rules?rule=311");
    }

    @Test
    void takesAUrlOfATestChannelForTheSameQuestion() {
        firefox.pending(ADA, "Ship 150.0", 1, edit(311, "mapping", "Firefox-150"));

        ask("https://aus.example" + URL.replace("release", "release-cdntest"));

        assertThat(answers())
                .satisfiesExactly(
                        live -> assertThat(live).contains("release, live", "Firefox-128"),
                        staged -> assertThat(staged).contains("release-cdntest", "Firefox-150"));
    }

    @Test
    void showsWhatIsQueuedForAChannelThatNoTestChannelShows() {
        firefox.pending(ADA, "To the old", 1, edit(311, "mapping", "Firefox-140"));

        ask(URL.replace("release", "release-other"));

        assertThat(answers())
                .satisfiesExactly(
                        live -> assertThat(live).contains("Firefox-128"),
                        staged -> assertThat(staged).contains("release-other with the queue", "Firefox-140"));
    }

    @Test
    void showsWhatAClientGotAtAnotherTime() {
        TestClock clock = TestDatabase.H2.bean(TestClock.class);
        Instant then = clock.instant();
        clock.advance(Duration.ofHours(1));
        firefox.live(edit(311, "mapping", "Firefox-150"));

        page.open(ADA, "ask?at=" + then.toEpochMilli() + "&url=" + encoded(URL));
        assertThat(answers().getFirst()).contains("Firefox-128");

        page.click("Now");
        assertThat(answers().getFirst()).contains("Firefox-150");
    }

    @Test
    void saysWhatIsNoUpdateUrl() {
        page.open(ADA, "ask");
        assertThat(page.text()).contains("Paste the update URL of a client");

        page.enter(_get(TextField.class), "hello");
        page.click("Ask");

        assertThat(page.text()).contains("not asked", "This is no update URL.");
        assertThat(page.location()).isEqualTo("ask?url=hello");
    }

    private void ask(String url) {
        page.open(ADA, "ask?url=" + encoded(url));
    }

    private static String encoded(String url) {
        return URLEncoder.encode(url, StandardCharsets.UTF_8);
    }

    private static List<String> answers() {
        return _find(AnswerSummary.class).stream().map(Page::textOf).toList();
    }
}
