package dev.rehearsal.ui.changes;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.edit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.Change;
import dev.rehearsal.ui.changeset.ImpactCard;
import dev.rehearsal.ui.frame.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GoBackViewTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    private ChangeSet shipped(String title, Object... fields) {
        return TestDatabase.H2.bean(EnactmentService.class).enactAtOnce(ADA, title, List.of(edit(204, fields)));
    }

    @Test
    void isReachedFromALiveSet() {
        ChangeSet set = shipped("Ship 150.0", "mapping", "Firefox-150");
        page.open(ADA, "changes/" + set.id());
        assertThat(page.text()).contains("It is live.");

        page.follow("Go back on it…");

        assertThat(page.location()).isEqualTo("changes/back?sets=" + set.id());
        assertThat(page.heading()).isEqualTo("Go back on “Ship 150.0”");
    }

    @Test
    void showsWhatIsRestoredAndWhoGetsSomethingElse() {
        ChangeSet set = shipped("Ship 150.0", "mapping", "Firefox-150");
        firefox.live(edit(204, "comment", "Of somebody else"));

        page.open(ADA, "changes/back?sets=" + set.id());

        assertThat(page.text()).contains("rule #204 firefox-release", "mapping Firefox-150 Firefox-149");
        assertThat(page.text()).doesNotContain("Of somebody else");
        assertThat(Page.textOf(_get(ImpactCard.class))).contains("Firefox on release");
    }

    @Test
    void schedulesOneSetThatRestoresIt() {
        ChangeSet set = shipped("Ship 150.0", "mapping", "Firefox-150");
        page.open(ADA, "changes/back?sets=" + set.id());

        page.click("Schedule");

        ChangeSet back = TestDatabase.H2.bean(ChangeQueue.class).pending().getFirst();
        assertThat(back.title()).isEqualTo("Go back on “Ship 150.0”");
        assertThat(((Change.RuleEdit) back.changes().getFirst()).fields()).containsOnlyKeys(RuleField.MAPPING);
        assertThat(page.location()).isEqualTo("changes/" + back.id());
    }

    @Test
    void saysWhatStaysSinceSomebodyChangedIt() {
        ChangeSet set = shipped("Ship 150.0", "mapping", "Firefox-150", "backgroundRate", 25);
        shipped("More", "backgroundRate", 50);

        page.open(ADA, "changes/back?sets=" + set.id());

        assertThat(page.text()).contains("Rule 204: backgroundRate was changed since, from '25' to '50'.");
    }

    @Test
    void goesBackOnSeveralAtOnce() {
        ChangeSet set = shipped("Ship 150.0", "mapping", "Firefox-150", "backgroundRate", 25);
        ChangeSet more = shipped("More", "backgroundRate", 50);

        page.open(ADA, "changes/back?sets=" + set.id() + "," + more.id());

        assertThat(page.heading()).isEqualTo("Go back on “More”, “Ship 150.0”");
        assertThat(page.text()).contains("mapping Firefox-150 Firefox-149", "backgroundRate 50 100");
    }

    @Test
    void saysWhyThereIsNoWayBack() {
        ChangeSet queued = firefox.pending(ADA, "Later", 2, edit(204, "mapping", "Firefox-150"));

        page.open(ADA, "changes/back?sets=" + queued.id());

        assertThat(page.text()).contains("is not live, so there is nothing to go back on.", "See what went live");
        assertThat(page.button("Schedule").isEnabled()).isFalse();
    }

    @Test
    void asksOnWhichSetsWhereNoneIsNamed() {
        page.open(ADA, "changes/back");

        assertThat(page.text()).contains("Choose the change sets to go back on.");
    }
}
