package dev.rehearsal.ui.adoption;

import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.probe.adoption.Adoption;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.Page;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One channel is kept by hand, and is found when the test lets the work go on. */
class CandidatesStepTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final CandidatesStep step =
            new CandidatesStep(TestDatabase.H2.bean(Adoption.class), new BackgroundWork(waiting::add));

    @BeforeEach
    void open() {
        firefox.live(rule(990, "channel", "release-localtest", "mapping", "Firefox-149"));
        page.open(ADA, "mappings");
        UI.getCurrent().add(step);
        step.look();
    }

    @Test
    void saysHowFarItIsUntilItIsDone() {
        step.onProgress(3, 10);
        assertThat(LocatorJ._find(Button.class, spec -> spec.withText("Stop"))).hasSize(1);

        waiting.remove().run();

        assertThat(Page.textOf(step)).contains("release-localtest").doesNotContain("Stop");
    }

    @Test
    void findsNothingOnceItIsStoppedUntilItMayGoOn() {
        step.onProgress(3, 10);

        press("Stop");
        waiting.remove().run();
        assertThat(Page.textOf(step)).contains("Stopped.").doesNotContain("release-localtest");
        press("Go on");
        waiting.remove().run();

        assertThat(Page.textOf(step)).contains("release-localtest").doesNotContain("Stopped.");
    }

    @Test
    void staysStoppedWhenSomethingIsWritten() {
        step.onProgress(3, 10);
        press("Stop");
        waiting.clear();

        step.look();

        assertThat(waiting).isEmpty();
    }

    private static void press(String button) {
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withText(button)));
    }
}
