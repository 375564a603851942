package dev.rehearsal.ui.timemachine;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static dev.rehearsal.LiveFirefox.edit;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.insight.preview.TestChannelPreviews;
import dev.rehearsal.insight.review.TestVerdicts;
import dev.rehearsal.ui.frame.Page;
import dev.rehearsal.ui.preview.StagedTableGrid;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** At 9:00 everything was written; at 10:00 a set was queued; at 11:00 it was passed; at 12:00 it went live. */
class TimeMachineViewTest {

    private static final String URL = "/update/3/Firefox/120.0/1/WINNT_x86_64-msvc/de/release/os/d/dv/update.xml";

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);
    private final TestClock clock = TestDatabase.H2.bean(TestClock.class);
    private final Instant start = clock.instant();
    private final Instant queued;
    private final Instant passed;
    private final Instant live;

    TimeMachineViewTest() {
        queued = anHourPasses();
        ChangeSet shipping = firefox.pending(ADA, "Ship 150", 9, edit(311, "mapping", "Firefox-150"));
        passed = anHourPasses();
        TestDatabase.H2
                .bean(TestVerdicts.class)
                .give(
                        ADA,
                        new TestVerdicts.Word(
                                "release-cdntest",
                                "Firefox",
                                TestDatabase.H2
                                        .bean(TestChannelPreviews.class)
                                        .of("release-cdntest", null, null)
                                        .fingerprint(),
                                Outcome.PASS,
                                "works for me"));
        live = anHourPasses();
        TestDatabase.H2.bean(EnactmentService.class).enact(ADA, shipping.id());
        anHourPasses();
    }

    private Instant anHourPasses() {
        clock.advance(Duration.ofHours(1));
        return clock.instant();
    }

    @Test
    void showsTheRestOfALongQueueWhenItIsAskedFor() {
        for (int at = 1; at <= 31; at++) {
            firefox.pending(ADA, "Set " + at, 9 + at, edit(311, "comment", "note " + at));
        }
        page.open(ADA, "time-machine?channel=release-cdntest&product=Firefox");
        assertThat(page.text()).contains("Set 30").doesNotContain("Set 31");

        _click(_get(Button.class, spec -> spec.withText("Show one more")));

        assertThat(page.text()).contains("Set 31").doesNotContain("Show one more");
    }

    @Test
    void asksWhichTestChannelIsMeant() {
        page.open(ADA, "time-machine");

        assertThat(page.heading()).isEqualTo("Time machine");
        assertThat(page.text()).contains("Choose a test channel", "release-cdntest");
        assertThat(_find(H1.class)).hasSize(1);
    }

    @Test
    void showsTheTableAndTheQueueOfTheTime() {
        open("&at=" + millis(queued));

        assertThat(page.heading()).isEqualTo("release-cdntest as of Mon 2 Mar 2026, 10:00 UTC");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("Firefox-128 → Firefox-150"));
        assertThat(page.text()).contains("Ship 150", "+ shown", "Nobody had signed it", "Nobody had vouched");
        assertThat(_find(H1.class)).hasSize(1);
    }

    @Test
    void showsWhoHadVouchedByThen() {
        open("&at=" + millis(passed));

        assertThat(page.text()).contains("PASS by ada@rehearsal.example on release-cdntest", "works for me");
    }

    @Test
    void showsWhatIsWhereNoTimeIsGiven() {
        open("");

        assertThat(page.heading()).isEqualTo("release-cdntest as of Mon 2 Mar 2026, 13:00 UTC");
        assertThat(page.text()).contains("It showed release exactly", "Nothing was queued for release");
    }

    @Test
    void stepsThroughWhatWasWritten() {
        open("");

        page.click("Previous event");
        assertThat(page.location()).contains("at=" + millis(passed));
        page.click("Previous event");
        assertThat(page.location()).contains("at=" + millis(queued));
        page.click("Next event");
        assertThat(page.location()).contains("at=" + millis(passed));
        page.click("Next event");
        assertThat(page.location()).contains("at=" + millis(live));
        assertThat(page.button("Next event").isEnabled()).isFalse();
        page.click("Now");
        assertThat(page.location()).doesNotContain("at=");
    }

    @Test
    void listsEventsWithWhoDidWhat() {
        open("&at=" + millis(passed));

        assertThat(page.text())
                .contains(
                        "ada@rehearsal.example PASS for Firefox on release-cdntest",
                        "Scheduled change set #3 “Ship 150” To be edited: rule #311");
    }

    @Test
    void tellsSinceWhenAUrlGetsItsAnswer() {
        firefox.live(edit(311, "backgroundRate", 50));
        anHourPasses();
        firefox.live(edit(311, "comment", "Says nothing to clients"));
        open("&url=" + URLEncoder.encode(URL, StandardCharsets.UTF_8));

        page.click("Since when?");

        assertThat(page.text())
                .contains(
                        "Since Mon 2 Mar 2026, 13:00 UTC , by writer@rehearsal.example: Edited rule #311",
                        "release before Firefox-150");
    }

    @Test
    void tellsThatNothingWasThereBeforeTheAnswer() {
        open("&at=" + millis(queued) + "&url=" + URLEncoder.encode(URL, StandardCharsets.UTF_8));

        page.click("Since when?");

        assertThat(page.text()).contains("Since Mon 2 Mar 2026, 09:00 UTC", "Nothing was there before.");
    }

    @Test
    void tellsWhatAUrlWouldHaveGotThenAndWhy() {
        open("&at=" + millis(queued) + "&url=" + URLEncoder.encode(URL, StandardCharsets.UTF_8));

        assertThat(page.text()).contains("release then", "Firefox-128", "Firefox-150", "Why on release-cdntest");
        assertThat(_get(TextField.class, spec -> spec.withValue(URL))).isNotNull();
    }

    @Test
    void comparesTwoTimesInTheirOrderWhicheverIsLookedAt() {
        open("&at=" + millis(live) + "&with=" + millis(start));

        assertThat(page.text())
                .contains("rule #311", "mapping: Firefox-128 → Firefox-150", "Stop comparing")
                .doesNotContain("Nothing differs");
        page.click("Stop comparing");
        assertThat(page.location()).doesNotContain("with=");
    }

    @Test
    void saysWhereNothingDiffers() {
        open("&at=" + millis(live) + "&with=" + millis(live));

        assertThat(page.text()).contains("Nothing differs");
    }

    @Test
    void saysWhereTheChannelWasNotMappedThen() {
        open("&at=" + millis(start.minusSeconds(60)));

        assertThat(page.heading()).isEqualTo("release-cdntest as of Mon 2 Mar 2026, 08:59 UTC");
        assertThat(page.text()).contains("'release-cdntest' is not a test channel");
    }

    @Test
    void saysThatThereIsNoSuchChannelAndOffersOthers() {
        page.open(ADA, "time-machine?channel=nowhere");

        assertThat(page.text()).contains("'nowhere' is not a test channel");
        page.follow("release-cdntest");
        assertThat(page.heading()).startsWith("release-cdntest as of");
    }

    @Test
    void takesWhatIsNoTimeForNow() {
        open("&at=yesterday&with=tomorrow");

        assertThat(page.heading()).isEqualTo("release-cdntest as of Mon 2 Mar 2026, 13:00 UTC");
    }

    @Test
    void isForEverybodyWhoMaySignIn() {
        page.open(RITA, "time-machine?channel=release-cdntest");

        assertThat(page.heading()).startsWith("release-cdntest as of");
    }

    @Test
    void goesToTheChannelThatIsChosen() {
        page.open(ADA, "time-machine?at=" + millis(queued));

        @SuppressWarnings("unchecked")
        ComboBox<String> channel = _get(ComboBox.class, spec -> spec.withLabel("Test channel"));
        page.enter(channel, "release-cdntest");

        assertThat(page.location()).contains("channel=release-cdntest", "at=" + millis(queued));
    }

    private void open(String more) {
        page.open(ADA, "time-machine?channel=release-cdntest" + more);
    }

    private static long millis(Instant time) {
        return time.toEpochMilli();
    }

    private static List<String> rows() {
        return Page.rows(_get(StagedTableGrid.class));
    }
}
