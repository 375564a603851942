package dev.rehearsal.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.insight.preview.Rehearsed;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.probe.Expectation;
import dev.rehearsal.probe.ProbeDraft;
import dev.rehearsal.probe.ProbeResult;
import dev.rehearsal.probe.Radius;
import dev.rehearsal.probe.StateChecks.Checked;
import dev.rehearsal.serve.Answer;
import dev.rehearsal.serve.Decided;
import dev.rehearsal.ui.probes.ProbesCard;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is known of a state before somebody vouches for it. */
class ProbesOnPreviewTest {

    private static final String PREVIEW = "channels/release-cdntest?product=Firefox";
    private static final String URL = "/update/3/Firefox/120.0/1/p/de/release/os/d/dv/update.xml";

    @RegisterExtension
    final Screens screens = new Screens();

    @Test
    void saysThatNothingIsAskedAndHowToAsk() {
        screens.open(Rehearsed.shipping150(), PREVIEW);

        assertThat(card()).contains("No probe asks for Firefox on release.", "Add a probe…");
    }

    @Test
    void saysHowManyFailAndWhatTheyGot() {
        screens.checked =
                new Checked(List.of(result("fine", "Firefox-150"), result("Windows 7", "Firefox-115")), Radius.NONE);

        screens.open(Rehearsed.shipping150(), PREVIEW);

        assertThat(card()).contains("fails", "1 of 2 probes", "Windows 7", "gets Firefox-150, not Firefox-115");
    }

    @Test
    void saysThatAllPass() {
        screens.checked = new Checked(List.of(result("fine", "Firefox-150")), Radius.NONE);

        screens.open(Rehearsed.shipping150(), PREVIEW);

        assertThat(card()).contains("passes", "the one probe");
    }

    @Test
    void stopsAskingAndGoesOn() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        screens.background = waiting::add;
        screens.checked = new Checked(List.of(result("fine", "Firefox-150")), Radius.NONE);
        screens.open(Rehearsed.shipping150(), PREVIEW);

        press("Stop");
        runAll(waiting);
        assertThat(card()).contains("Stopped.").doesNotContain("the one probe");

        press("Go on");
        runAll(waiting);
        assertThat(card()).contains("passes", "the one probe");
    }

    /** Other cards have work of theirs done in the background, too. */
    private static void runAll(Queue<Runnable> waiting) {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void leadsFromWhoGetsSomethingElseToTheQuestion() {
        screens.checked = new Checked(
                List.of(),
                new Radius(600, 12, List.of(new Radius.Change("Firefox-149", "Firefox-150", 12, List.of(URL)))));
        screens.open(Rehearsed.shipping150(), PREVIEW);
        assertThat(card()).contains("12 of 600 clients that were asked", "12 get Firefox-150 instead of Firefox-149");

        screens.follow(URL);

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .contains("url=");
    }

    @Test
    void keepsAQuestionAsAProbe() {
        screens.open(Rehearsed.shipping150(), PREVIEW + "&url=" + ClientUrl.on("release-cdntest", "145.0"));

        RouterLink keep = LocatorJ._get(RouterLink.class, spec -> spec.withText("Keep as a probe"));

        assertThat(URLDecoder.decode(keep.getHref(), StandardCharsets.UTF_8))
                .startsWith("probes?")
                .contains("probe=new", "url=" + ClientUrl.onRelease("145.0"), "release=Firefox-150");
    }

    private static ProbeResult result(String name, String expected) {
        return new ProbeResult(
                new ProbeDraft(name, URL, new Expectation.Release(new ReleaseName(expected)), null).as(1, 1),
                new Decided(
                        null,
                        new ReleaseName("Firefox-150"),
                        false,
                        new Answer(200, Answer.MediaType.XML, "", null, null, null)));
    }

    private static void press(String button) {
        LocatorJ._click(LocatorJ._get(LocatorJ._get(ProbesCard.class), Button.class, spec -> spec.withText(button)));
    }

    private static String card() {
        return Screens.textOf(LocatorJ._get(ProbesCard.class));
    }
}
