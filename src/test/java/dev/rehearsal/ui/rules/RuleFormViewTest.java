package dev.rehearsal.ui.rules;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static dev.rehearsal.LiveFirefox.edit;
import static dev.rehearsal.LiveFirefox.release;
import static dev.rehearsal.LiveFirefox.releaseOf;
import static dev.rehearsal.LiveFirefox.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.Change;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Page;
import dev.rehearsal.ui.frame.ProblemList;
import dev.rehearsal.ui.proposal.ChangePreviewCard;
import dev.rehearsal.ui.proposal.SavedNote;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RuleFormViewTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    @Test
    void startsAnEditFromTheLiveRule() {
        page.open(ADA, "rules/204/edit");

        assertThat(page.heading()).isEqualTo("Edit #204 firefox-release");
        assertThat(text("Priority").getValue()).isEqualTo("90");
        assertThat(choice("Mapping").getValue()).isEqualTo("Firefox-149");
        assertThat(prospect()).contains("Nothing is changed yet.");
        assertThat(page.button("Schedule").isEnabled()).isFalse();
    }

    @Test
    void schedulesAnEditOfWhatWasChangedAloneAsSoonAsPossible() {
        page.open(ADA, "rules/204/edit");
        page.enter(choice("Mapping"), "Firefox-150");

        page.click("Schedule");

        ChangeSet set = pending();
        assertThat(set.title()).isEqualTo("#204 firefox-release: mapping → Firefox-150");
        assertThat(set.due()).isEqualTo(LiveFirefox.in(0));
        assertThat(((Change.RuleEdit) set.changes().getFirst()).fields()).containsOnlyKeys(RuleField.MAPPING);
    }

    @Test
    void leadsBackToTheRuleAndToTheSetThatWasSaved() {
        page.open(ADA, "rules/204/edit");
        page.enter(choice("Mapping"), "Firefox-150");

        page.click("Schedule");

        assertThat(page.location())
                .startsWith("rules?")
                .contains("rule=204", "saved=" + pending().id());
        assertThat(Page.textOf(_get(SavedNote.class))).contains("scheduled", "#204 firefox-release: mapping");
        assertThat(_get(_get(SavedNote.class), Anchor.class).getHref())
                .isEqualTo("changes/" + pending().id());
    }

    @Test
    void saysWhatARateComesToInTimeAsItIsEntered() {
        page.open(ADA, "rules/204/edit");
        page.enter(text("Background rate"), "1");

        assertThat(text("Background rate").getHelperText().replace('\u00a0', ' '))
                .isEqualTo(
                        "Dice fall each time a client asks: 1 % reaches 3.9 % of clients after 4 checks, 24.5 % after 28");
    }

    @Test
    void saysNothingOfTimeWhereEverybodyGetsItAtOnce() {
        page.open(ADA, "rules/204/edit");

        assertThat(text("Background rate").getHelperText()).isNullOrEmpty();
    }

    @Test
    void schedulesForATimeInTheZoneOfWhoeverChooses() {
        page.open(ADA, "rules/204/edit");
        page.enter(choice("Mapping"), "Firefox-150");
        page.enter(text("Title"), "Ship 150.0");
        chooseTime(LocalDateTime.parse("2026-03-03T08:30"));

        page.click("Schedule");

        assertThat(pending().title()).isEqualTo("Ship 150.0");
        assertThat(pending().due()).isEqualTo(Instant.parse("2026-03-03T08:30:00Z"));
        assertThat(page.location()).startsWith("rules?");
    }

    @Test
    void warnsBeforeSavingThatNoClientWouldReachTheRule() {
        page.open(ADA, "rules/877/edit");
        page.enter(text("Priority"), "50");

        assertThat(page.text()).contains("No client reaches rule #877: rule #204 always comes first.");
    }

    @Test
    void warnsBeforeSavingOfRulesThatNoClientWouldReachAnyMore() {
        page.open(ADA, "rules/204/edit");
        page.enter(text("Priority"), "500");

        assertThat(page.text()).contains("No client reaches rule #877: rule #204 always comes first.");
    }

    @Test
    void asksBeforeItTakesAnotherSetOffATestChannel() {
        firefox.pending(ADA, "Ship 150.0", 9, edit(204, "mapping", "Firefox-150"));
        page.open(ADA, "rules/204/edit");
        page.enter(choice("Mapping"), "Firefox-140");
        assertThat(page.text()).contains("takes off test channels", "Ship 150.0 of ada");

        page.click("Schedule");
        assertThat(queue()).hasSize(1);
        assertThat(Page.textOf(_get(Dialog.class))).contains("“Ship 150.0” of ada changes the same otherwise.");
        page.click("Schedule all the same");

        assertThat(queue()).hasSize(2);
    }

    @Test
    void refusesATimeInThePastBesideTheField() {
        page.open(ADA, "rules/204/edit");
        page.enter(choice("Mapping"), "Firefox-150");
        chooseTime(LocalDateTime.parse("2026-03-01T08:30"));

        page.click("Schedule");

        assertThat(_get(DateTimePicker.class).getErrorMessage()).startsWith("Lies in the past");
        assertThat(queue()).isEmpty();
    }

    @Test
    void asksForTheTimeThatIsMissing() {
        page.open(ADA, "rules/204/edit");
        page.enter(choice("Mapping"), "Firefox-150");
        chooseTime(null);

        page.click("Schedule");

        assertThat(_get(DateTimePicker.class).getErrorMessage()).isEqualTo("Choose a date and a time");
        assertThat(queue()).isEmpty();
    }

    @Test
    void keepsADraft() {
        page.open(ADA, "rules/204/edit");
        page.enter(choice("Mapping"), "Firefox-150");

        page.click("Keep as draft");

        assertThat(queue()).isEmpty();
        assertThat(drafts()).hasSize(1);
        assertThat(Page.textOf(_get(SavedNote.class))).contains("kept as draft");
    }

    @Test
    void showsWhatIsWrongWithAFieldAsSoonAsItIsLeft() {
        page.open(ADA, "rules/204/edit");

        page.enter(text("Version"), "<= 4");

        assertThat(text("Version").isInvalid()).isTrue();
        assertThat(text("Version").getErrorMessage()).startsWith("Version cannot be read at");
        assertThat(text("Priority").isInvalid()).isFalse();
    }

    @Test
    void saysAtSavingWhatIsMissingAndSavesNothing() {
        page.open(ADA, "rules/new");

        page.click("Schedule");

        assertThat(choice("Mapping").getErrorMessage()).isEqualTo("Mapping is missing: name the release to serve.");
        assertThat(text("Priority").getErrorMessage()).isEqualTo("Priority is missing: give a value.");
        assertThat(queue()).isEmpty();
    }

    @Test
    void refusesReleasesThatDoNotExistAndAliasesThatAreTakenBesideTheirFields() {
        page.open(ADA, "rules/877/edit");
        page.enter(choice("Mapping"), "Firefox-999");
        page.enter(text("Alias"), "firefox-release");

        page.click("Schedule");

        assertThat(choice("Mapping").getErrorMessage())
                .isEqualTo("There is no release 'Firefox-999', neither live nor pending.");
        assertThat(text("Alias").getErrorMessage()).isEqualTo("'firefox-release' belongs to rule #204.");
        assertThat(queue()).isEmpty();
    }

    @Test
    void letsARuleWaitForAReleaseThatIsPending() {
        firefox.pending(ADA, "Bring 151", 1, release("Firefox-151"));
        page.open(ADA, "rules/204/edit");
        page.enter(choice("Mapping"), "Firefox-151");
        chooseTime(LocalDateTime.parse("2026-03-03T08:30"));

        page.click("Schedule");

        assertThat(queue()).hasSize(2);
    }

    @Test
    void saysWhatARuleForAMappedTestChannelShouldBeInstead() {
        page.open(ADA, "rules/204/copy");
        page.enter(choice("Channel"), "release-cdntest");

        page.click("Schedule");

        assertThat(choice("Channel").getErrorMessage()).contains("write it for 'release' instead");
        assertThat(queue()).isEmpty();
    }

    @Test
    void copiesEverythingButTheAlias() {
        page.open(ADA, "rules/204/copy");
        assertThat(page.heading()).isEqualTo("Copy of #204 firefox-release");
        assertThat(text("Alias").getValue()).isEmpty();
        page.enter(text("Locale"), "de");

        page.click("Schedule");

        Change.RuleAddition added = (Change.RuleAddition) pending().changes().getFirst();
        assertThat(added.rule().locale()).isEqualTo("de");
        assertThat(added.rule().comment()).isEqualTo("Main rule of release");
        assertThat(page.location()).contains("rule=" + added.rule().id());
    }

    @Test
    void startsANewRuleWithWhatTheListWasNarrowedTo() {
        page.open(ADA, "rules/new?product=Firefox&channel=beta");

        assertThat(page.heading()).isEqualTo("New rule");
        assertThat(choice("Product").getValue()).isEqualTo("Firefox");
        assertThat(choice("Channel").getValue()).isEqualTo("beta");
        assertThat(text("Background rate").getValue()).isEqualTo("100");
    }

    @Test
    void addsARule() {
        page.open(ADA, "rules/new?product=Firefox&channel=beta");
        page.enter(choice("Mapping"), "Firefox-150");
        page.enter(text("Priority"), "50");
        page.enter(select("JAWS"), "no");

        page.click("Schedule");

        Change.RuleAddition added = (Change.RuleAddition) pending().changes().getFirst();
        assertThat(added.rule().jaws()).isFalse();
        assertThat(added.rule().mig64()).isNull();
        assertThat(pending().title()).isEqualTo("Add a rule for Firefox on beta");
    }

    @Test
    void looksAheadAtSignoffsChannelsAndTies() {
        firefox.signedByReleng();
        page.open(ADA, "rules/204/edit");

        page.enter(text("Priority"), "100");

        assertThat(prospect())
                .contains("Needs 1 signoff by releng.", "Testers see it on release-cdntest")
                .contains("Rule #204 and rule #877 have priority 100", "then rule #204 decides");
    }

    @Test
    void warnsOfWhatIsRarelyMeant() {
        firefox.live(releaseOf("Petrel", "Petrel-7"));
        page.open(ADA, "rules/204/edit");

        page.enter(choice("Mapping"), "Petrel-7");
        page.enter(text("Background rate"), "10");

        assertThat(prospect())
                .contains("Rule #204 is for Firefox, but Petrel-7 is a release of Petrel.")
                .contains("90 % of the clients of rule #204 get no update at all");
    }

    @Test
    void namesANewRuleInATieAsThisOne() {
        page.open(ADA, "rules/204/copy");

        page.enter(text("Priority"), "100");

        assertThat(prospect()).contains("Rule #877 and this rule have priority 100");
    }

    @Test
    void saysWhatOthersHavePendingForAField() {
        firefox.pending(ADA, "Throttle", 2, edit(204, "backgroundRate", 25));

        page.open(ADA, "rules/204/edit");

        assertThat(text("Background rate").getHelperText()).isEqualTo("“Throttle” makes it 25\u00a0%");
    }

    @Test
    void editsWhatComesAfterTheQueue() {
        ChangeSet first = firefox.pending(ADA, "Throttle", 2, edit(204, "backgroundRate", 25));
        page.open(ADA, "rules/204/edit?after=queue");
        assertThat(page.heading()).isEqualTo("Edit #204 firefox-release as the queue leaves it");
        assertThat(text("Background rate").getHelperText()).doesNotContain("makes it");
        assertThat(text("Background rate").getValue()).isEqualTo("25");
        page.enter(text("Background rate"), "100");

        page.click("Schedule");

        ChangeSet second = queue().getLast();
        assertThat(second.title()).contains("backgroundRate → 100");
        assertThat(second.due()).isAfterOrEqualTo(first.due().plus(Duration.ofDays(1)));
    }

    @Test
    void addsToASetOfOnesOwn() {
        ChangeSet set = firefox.pending(ADA, "Ship 150.0", 2, edit(204, "mapping", "Firefox-150"));
        page.open(ADA, "rules/877/edit");
        page.enter(choice("Mapping"), "Firefox-150");
        chooseTarget(1);

        page.click("Add to it");

        assertThat(firefox.set(set).changes()).hasSize(2);
        assertThat(queue()).hasSize(1);
    }

    @Test
    void editsAChangeWithinItsSet() {
        ChangeSet set =
                firefox.pending(ADA, "Ship 150.0", 2, edit(204, "mapping", "Firefox-150"), edit(877, "priority", 99));
        page.open(ADA, "rules/204/edit?set=" + set.id());
        assertThat(choice("Mapping").getValue()).isEqualTo("Firefox-150");
        page.enter(text("Background rate"), "25");

        page.click("Add to it");

        List<Change> changes = firefox.set(set).changes();
        assertThat(changes).hasSize(2);
        assertThat(((Change.RuleEdit) changes.getLast()).fields())
                .containsOnlyKeys(RuleField.MAPPING, RuleField.BACKGROUND_RATE);
    }

    @Test
    void aTitleMadeOfTheChangeFollowsTheChange() {
        page.open(ADA, "rules/204/edit");
        page.enter(text("Background rate"), "25");
        page.click("Schedule");
        page.open(ADA, "rules/204/edit?set=" + pending().id());
        page.enter(text("Background rate"), "50");

        page.click("Add to it");

        assertThat(pending().title()).isEqualTo("#204 firefox-release: backgroundRate → 50");
    }

    @Test
    void aTitleMadeOfTheChangeTellsWhatIsAddedToIt() {
        page.open(ADA, "rules/204/edit");
        page.enter(text("Background rate"), "25");
        page.click("Schedule");
        page.open(ADA, "rules/877/edit?set=" + pending().id());
        page.enter(text("Background rate"), "50");

        page.click("Add to it");

        assertThat(pending().title()).isEqualTo("#204 firefox-release: backgroundRate → 25; #877: backgroundRate → 50");
    }

    @Test
    void aTitleThatSomebodyWroteStaysAsItIs() {
        ChangeSet set = firefox.pending(ADA, "Slow down", 2, edit(204, "backgroundRate", 25));
        page.open(ADA, "rules/204/edit?set=" + set.id());
        page.enter(text("Background rate"), "50");

        page.click("Add to it");

        assertThat(pending().title()).isEqualTo("Slow down");
    }

    @Test
    void aNewRuleIsToldOfWithoutANumber() {
        page.open(ADA, "rules/204/copy");

        page.enter(text("Alias"), "firefox-release");

        assertThat(prospect())
                .contains("Alias 'firefox-release' would belong to rule 204 and to the new rule")
                .doesNotContain("9223372036854775807");
    }

    @Test
    void leadsBackToTheListAsItWasNarrowedDown() {
        page.open(ADA, "rules?product=Firefox&text=main&rule=204");
        page.click("Edit…");
        page.enter(text("Background rate"), "25");

        page.click("Schedule");

        assertThat(page.location())
                .startsWith("rules?")
                .contains(
                        "product=Firefox",
                        "text=main",
                        "rule=204",
                        "saved=" + pending().id());
    }

    @Test
    void editsARuleThatIsStillToBeAddedWithinItsSet() {
        ChangeSet set = firefox.pending(ADA, "Watershed", 2, rule(1413, "priority", 300));
        page.open(ADA, "rules/1413/edit?set=" + set.id());
        page.enter(text("Priority"), "301");

        page.click("Add to it");

        assertThat(firefox.set(set).changes())
                .singleElement()
                .satisfies(change -> assertThat(
                                ((Change.RuleAddition) change).rule().priority())
                        .isEqualTo(301));
    }

    @Test
    void doesNotOfferSetsOfOthersOrOfConfiguration() {
        firefox.pending(TestDatabase.WRITER, "Not Ada's", 2, edit(204, "mapping", "Firefox-150"));

        page.open(ADA, "rules/877/edit");

        assertThat(_find(Select.class, target -> target.withCaption("Goes into")))
                .isEmpty();
    }

    @Test
    void saysWhatIsNotPermittedAndSavesNothing() {
        page.open(RITA, "rules/204/edit");
        page.enter(choice("Mapping"), "Firefox-150");
        assertThat(prospect()).contains("You lack the permission 'rule' with action 'modify' for product 'Firefox'");

        page.click("Schedule");

        assertThat(Page.textOf(_get(ProblemList.class)))
                .contains("lacks the permission 'rule' with action 'modify' for product 'Firefox'");
        assertThat(queue()).isEmpty();
    }

    @Test
    void saysThatTheRuleWasChangedMeanwhileAndRefusesToSaveOverIt() {
        page.open(ADA, "rules/204/edit");
        page.enter(choice("Mapping"), "Firefox-150");

        page.meanwhile(() -> firefox.live(edit(204, "comment", "Somebody was faster")));

        assertThat(page.text()).contains("Somebody changed this rule: look at it again.");
        assertThat(choice("Mapping").getValue()).isEqualTo("Firefox-150");
        page.click("Schedule");
        assertThat(Page.textOf(_get(ProblemList.class))).contains("is at data_version 2 by now, not 1");
    }

    @Test
    void looksAheadAgainWhenTheQueueChanges() {
        page.open(ADA, "rules/204/edit");
        page.enter(choice("Mapping"), "Firefox-150");

        page.meanwhile(() -> firefox.signedByReleng());

        assertThat(prospect()).contains("Needs 1 signoff by releng.");
    }

    @Test
    void asksBeforeWhatWasEnteredIsLost() {
        page.open(ADA, "rules/204/edit");
        page.enter(choice("Mapping"), "Firefox-150");

        page.click("Cancel");
        assertThat(page.isAsking()).isTrue();
        page.cancel();
        assertThat(page.heading()).isEqualTo("Edit #204 firefox-release");

        page.click("Cancel");
        page.confirm();
        assertThat(page.location()).isEqualTo("rules?rule=204");
    }

    @Test
    void asksNothingWhereNothingWasEntered() {
        page.open(ADA, "rules/204/edit");

        page.click("Cancel");

        assertThat(page.location()).isEqualTo("rules?rule=204");
    }

    @Test
    void saysThatARuleIsUnknown() {
        for (String location : List.of("rules/99/edit", "rules/none/copy", "rules/99/remove")) {
            page.open(ADA, location);

            assertThat(Page.textOf(_get(EmptyState.class))).contains("There is no rule");
        }
    }

    private static TextField text(String label) {
        return _get(TextField.class, field -> field.withCaption(label));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> choice(String label) {
        return _get(ComboBox.class, field -> field.withCaption(label));
    }

    @SuppressWarnings("unchecked")
    private static Select<String> select(String label) {
        return _get(Select.class, field -> field.withCaption(label));
    }

    @SuppressWarnings("unchecked")
    private void chooseTime(@Nullable LocalDateTime time) {
        RadioButtonGroup<Object> when = _get(RadioButtonGroup.class);
        page.enter(when, when.getListDataView().getItem(1));
        if (time != null) {
            page.enter(_get(DateTimePicker.class), time);
        }
    }

    @SuppressWarnings("unchecked")
    private void chooseTarget(int number) {
        Select<Object> target = _get(Select.class, field -> field.withCaption("Goes into"));
        page.enter(target, target.getListDataView().getItem(number));
    }

    private static String prospect() {
        return Page.textOf(_get(ChangePreviewCard.class));
    }

    private static ChangeSet pending() {
        return queue().getFirst();
    }

    private static List<ChangeSet> queue() {
        return TestDatabase.H2.bean(ChangeQueue.class).pending();
    }

    private static List<ChangeSet> drafts() {
        return TestDatabase.H2.bean(ChangeSets.class).inState("draft", 9);
    }
}
