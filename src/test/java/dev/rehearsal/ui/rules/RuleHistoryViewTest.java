package dev.rehearsal.ui.rules;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static dev.rehearsal.LiveFirefox.edit;
import static dev.rehearsal.LiveFirefox.remove;
import static dev.rehearsal.LiveFirefox.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.history.Revisions;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.ledger.Removals;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Page;
import dev.rehearsal.ui.proposal.ChangePreviewCard;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rule 204 served Firefox-149, and serves Firefox-150 by now. */
class RuleHistoryViewTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox =
            new LiveFirefox(TestDatabase.H2).live(edit(204, "mapping", "Firefox-150", "version", "<150.0"));

    @Test
    void tellsWhatChangedEachTimeNewestFirst() {
        page.open(RITA, "rules/204/history");

        assertThat(page.heading()).isEqualTo("History of #204 firefox-release");
        assertThat(_find(H1.class)).hasSize(1);
        assertThat(rows())
                .satisfiesExactly(
                        edited -> assertThat(edited)
                                .startsWith("2 ● now Mon 2 Mar 2026, 09:00 UTC by writer@rehearsal.example, through #")
                                .contains("Mapping Firefox-149 Firefox-150", "Version <150.0")
                                .doesNotContain("Priority", "Revert"),
                        added -> assertThat(added)
                                .startsWith("1 Mon 2 Mar")
                                .contains("+ added Clients of Firefox on release get Firefox-149")
                                .endsWith("Revert to this…"));
        assertThat(page.text()).doesNotContain("What reverting does");
    }

    @Test
    void isReachedFromTheRule() {
        page.open(ADA, "rules?rule=204");

        page.follow("History");

        assertThat(page.heading()).isEqualTo("History of #204 firefox-release");
    }

    @Test
    void isReachedFromTheFormOfTheRule() {
        page.open(ADA, "rules/204/edit");

        page.follow("History");

        assertThat(page.heading()).isEqualTo("History of #204 firefox-release");
    }

    @Test
    void saysWhatGoingBackChangesAndWhatItNeeds() {
        firefox.signedByReleng();
        page.open(ADA, "rules/204/history");

        page.follow("Revert to this…");

        assertThat(page.location()).isEqualTo("rules/204/history?revision=" + first());
        assertThat(Page.textOf(_get(RevertCard.class)))
                .contains("what it was in revision " + first() + ", by writer@rehearsal.example")
                .contains("get Firefox-149", "Mapping Firefox-150 Firefox-149", "Version <150.0 nothing");
        assertThat(Page.textOf(_get(ChangePreviewCard.class)))
                .contains("Needs 1 signoff by releng.", "Testers see it on release-cdntest");
    }

    @Test
    void goesBackAsAChangeSetOfTheFieldsThatDiffer() {
        openBackTo(first());

        page.click("Schedule");

        assertThat(queue()).singleElement().satisfies(set -> {
            assertThat(set.title()).isEqualTo("Revert rule 204 to revision " + first());
            assertThat(set.changes())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Change.RuleEdit.class,
                            change -> assertThat(change.fields().keySet())
                                    .extracting(Object::toString)
                                    .containsExactlyInAnyOrder("MAPPING", "VERSION"));
        });
        assertThat(page.location()).contains("rule=204", "saved=");
    }

    @Test
    void bringsBackARuleThatWasRemoved() {
        firefox.live(remove(204));
        openBackTo(first());
        assertThat(page.text())
                .contains("− removed", "It was removed, and is added again as a new rule with a number of its own.");

        page.click("Schedule");

        assertThat(queue())
                .singleElement()
                .satisfies(set -> assertThat(set.changes())
                        .singleElement()
                        .isInstanceOfSatisfying(
                                Change.RuleAddition.class,
                                change -> assertThat(change.rule().id()).isNotEqualTo(new RuleId(204))));
    }

    @Test
    void isReachedFromWhereARemovedRuleIsNotAnyMore() {
        firefox.live(remove(204));
        page.open(ADA, "rules?rule=204");

        page.follow("History");

        assertThat(rows().getFirst()).contains("− removed");
        assertThat(page.heading()).isEqualTo("History of #204");
    }

    @Test
    void saysWhatSomebodyLacksBesideTheButton() {
        page.open(RITA, "rules/204/history?revision=" + first());

        assertThat(page.button("Schedule").isEnabled()).isFalse();
        assertThat(page.text()).contains("You lack the permission 'rule' with action 'modify' for product 'Firefox'.");
    }

    @Test
    void saysThatARevisionIsUnknown() {
        openBackTo(first() + 1_000);

        assertThat(Page.textOf(_get(RevertCard.class)))
                .contains("Rule 204 has no revision " + (first() + 1_000))
                .doesNotContainIgnoringCase("change_id");
        assertThat(page.button("Schedule").isEnabled()).isFalse();
    }

    @Test
    void saysThatThereIsNothingToRevertOnceSomebodyElseDid() {
        openBackTo(first());

        page.meanwhile(() -> firefox.live(edit(204, "mapping", "Firefox-149", "version", null)));

        assertThat(Page.textOf(_get(RevertCard.class))).contains("is as it was in revision " + first());
        assertThat(page.button("Schedule").isEnabled()).isFalse();
        assertThat(rows()).hasSize(3);
    }

    @Test
    void keepsATitleThatSomebodyTypesWhileOthersWrite() {
        openBackTo(first());
        TextField title = _get(TextField.class, field -> field.withLabel("Title"));
        page.enter(title, "Back to 149");

        page.meanwhile(() -> firefox.live(edit(204, "priority", 7)));
        page.click("Schedule");

        assertThat(queue()).extracting(ChangeSet::title).containsExactly("Back to 149");
    }

    @Test
    void givesUpGoingBack() {
        openBackTo(first());

        page.click("Cancel");

        assertThat(page.location()).isEqualTo("rules/204/history");
        assertThat(page.text()).doesNotContain("What reverting does");
    }

    @Test
    void comesInPagesThatKnowWhatWasBeforeThem() {
        for (int priority = 101; priority <= 130; priority++) {
            firefox.live(edit(204, "priority", priority));
        }
        page.open(ADA, "rules/204/history");
        assertThat(page.text()).contains("1–25 of 32");
        assertThat(rows().getLast()).contains("Priority 105 106");

        page.follow("Older");

        assertThat(page.location()).isEqualTo("rules/204/history?page=2");
        assertThat(rows()).hasSize(7);
        assertThat(rows().getFirst()).contains("Priority 104 105").doesNotContain("now");
    }

    @Test
    void ofARuleThatIsOnlyQueuedIsStillToBegin() {
        firefox.pending(ADA, "Watershed", 2, rule(1413, "priority", 300));

        page.open(ADA, "rules/1413/history");

        assertThat(Page.textOf(_get(EmptyState.class))).contains("Rule 1413 is not live yet");
    }

    @Test
    void saysThatThereIsNoSuchRule() {
        page.open(ADA, "rules/4711/history");
        assertThat(Page.textOf(_get(EmptyState.class))).contains("There is no rule 4711");

        page.open(ADA, "rules/everything/history");
        assertThat(Page.textOf(_get(EmptyState.class))).contains("There is no rule everything");
    }

    @Test
    void saysThatThereIsNoSuchPage() {
        page.open(ADA, "rules/204/history?page=7");

        assertThat(Page.textOf(_get(EmptyState.class))).contains("There is no page 7.");
    }

    @Test
    void takesAPageAndARevisionThatAreNoNumbersForNone() {
        page.open(ADA, "rules/204/history?page=x&revision=y");

        assertThat(rows()).hasSize(2);
    }

    private void openBackTo(long revision) {
        page.open(ADA, "rules/204/history?revision=" + revision);
    }

    /** The revision that added the rule. */
    private static long first() {
        return TestDatabase.H2
                .bean(Revisions.class)
                .ofRule(new RuleId(204), new Paging(1, 100), Removals.LISTED)
                .items()
                .getLast()
                .changeId();
    }

    private static List<String> rows() {
        return _find(_get(VersionsTable.class), NativeTableRow.class).stream()
                .skip(1)
                .map(Page::textOf)
                .toList();
    }

    private static List<ChangeSet> queue() {
        return TestDatabase.H2.bean(ChangeQueue.class).pending();
    }
}
