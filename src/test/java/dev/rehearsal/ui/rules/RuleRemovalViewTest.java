package dev.rehearsal.ui.rules;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static dev.rehearsal.LiveFirefox.edit;
import static dev.rehearsal.LiveFirefox.remove;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.staging.Change;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Page;
import dev.rehearsal.ui.frame.ProblemList;
import dev.rehearsal.ui.proposal.ChangePreviewCard;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RuleRemovalViewTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    @Test
    void showsWhatGoesAndWhatItNeeds() {
        firefox.signedByReleng();

        page.open(ADA, "rules/204/remove");

        assertThat(page.heading()).isEqualTo("Delete #204 firefox-release");
        assertThat(page.text()).contains("Clients of Firefox on release get Firefox-149");
        assertThat(Page.textOf(_get(ChangePreviewCard.class)))
                .contains("Needs 1 signoff by releng.", "Testers see it on release-cdntest");
    }

    @Test
    void schedulesTheRemoval() {
        page.open(ADA, "rules/204/remove");

        page.click("Schedule");

        assertThat(queue()).singleElement().satisfies(set -> {
            assertThat(set.title()).isEqualTo("Delete #204 firefox-release");
            assertThat(set.changes()).singleElement().isInstanceOf(Change.RuleRemoval.class);
        });
        assertThat(page.location()).contains("rule=204", "saved=");
    }

    @Test
    void refusesWhoeverMayNot() {
        page.open(RITA, "rules/204/remove");

        page.click("Schedule");

        assertThat(Page.textOf(_get(ProblemList.class))).contains("with action 'delete'");
        assertThat(queue()).isEmpty();
    }

    @Test
    void saysThatARuleIsAboutToBeRemovedAlready() {
        firefox.pending(ADA, "Away", 1, remove(204));

        page.open(ADA, "rules/204/remove");

        assertThat(Page.textOf(_get(EmptyState.class))).contains("about to be removed already");
    }

    @Test
    void showsTheRuleAsItIsByNow() {
        page.open(ADA, "rules/204/remove");

        page.meanwhile(() -> firefox.live(edit(204, "mapping", "Firefox-150")));

        assertThat(page.text()).contains("get Firefox-150");
    }

    private static List<ChangeSet> queue() {
        return TestDatabase.H2.bean(ChangeQueue.class).pending();
    }
}
