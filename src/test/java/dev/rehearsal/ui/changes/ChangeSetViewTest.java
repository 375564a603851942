package dev.rehearsal.ui.changes;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.Office.ADA;
import static dev.rehearsal.Office.BEN;
import static dev.rehearsal.Office.CHIOMA;
import static dev.rehearsal.Office.DMITRI;
import static dev.rehearsal.Office.GRETA;
import static dev.rehearsal.Office.RELENG;
import static dev.rehearsal.Office.RELMAN;
import static dev.rehearsal.Office.ZOE;
import static dev.rehearsal.Office.addRelease;
import static dev.rehearsal.Office.addRule;
import static dev.rehearsal.Office.edit;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.Desk;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.enactment.BreakGlassScope;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.ui.changeset.RegionsCard;
import dev.rehearsal.ui.history.ChangeSetHistoryCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page of one set, as different people see it. */
class ChangeSetViewTest {

    private final Office office = new Office(TestDatabase.H2);

    @RegisterExtension
    final Desk desk = new Desk(TestDatabase.H2);

    private void open(String person, ChangeSet set) {
        desk.open(person, "changes/" + set.id());
    }

    private ChangeSet shipping() {
        return office.schedule("Ship R2", 4, edit(1, "mapping", "R2", "backgroundRate", 25));
    }

    @Nested
    class Says {

        @Test
        void whatItIsCalledWhereItStandsWhenItIsDueAndWhoWroteIt() {
            open(ZOE, shipping());

            assertThat(desk.heading()).isEqualTo("Ship R2");
            assertThat(desk.text())
                    .contains("◷ pending", "due Mon 2 Mar 2026, 13:00 UTC", "by ada", "Firefox on release");
        }

        @Test
        void whatEachFieldWasAndBecomes() {
            open(ZOE, shipping());

            assertThat(desk.text())
                    .contains("edited rule #1 main Firefox on release", "mapping R1 R2", "backgroundRate 100 25");
        }

        @Test
        void whatAFieldBecomesOnTopOfWhatTheQueueMakesOfItBefore() {
            office.schedule("Half", 2, edit(1, "backgroundRate", 50));

            open(ZOE, office.schedule("Most", 3, edit(1, "backgroundRate", 90)));

            assertThat(desk.text()).contains("backgroundRate 50 90");
        }

        @Test
        void exactlyWhoIsOfferedSomethingElseWithAClientToAskAs() {
            open(ZOE, office.schedule("Old", 4, addRule("mapping", "R3", "version", "<100.0", "priority", 200)));

            assertThat(desk.text())
                    .contains("Exactly who is offered something else R1 → R3 Firefox on release, version < 100.0");
            desk.follow("Ask as one of them");
            assertThat(desk.text()).containsSubsequence("release now R1", "release with the queue", "R3");
        }

        @Test
        void threeKindsOfClientsWhoAreOfferedTheSameAndTheOthersFolded() {
            open(ZOE, office.schedule("Locales", 4, rules("locale", List.of("de", "fr", "it", "ja", "pl"))));

            assertThat(desk.text()).contains("2 more kinds of clients");
            assertThat(folded()).containsExactly(2);
        }

        @Test
        void partnerChannelsInOneLineWhichUnfolds() {
            List<String> channels = IntStream.rangeClosed(1, 14)
                    .mapToObj(number -> "release-cck-p" + number)
                    .collect(Collectors.toCollection(ArrayList::new));
            channels.add("release");
            open(ZOE, office.schedule("Partners", 4, rules("channel", channels)));

            assertThat(desk.text())
                    .contains("R1 → R3 Firefox on release, not 14 partner channels", "and 14 partner channels");
            assertThat(folded()).containsExactly(14);
        }

        private static Proposal[] rules(String column, List<String> values) {
            return values.stream()
                    .map(value -> addRule("mapping", "R3", "priority", 200, column, value))
                    .toArray(Proposal[]::new);
        }

        /** How many lines each fold of the card holds. */
        private static List<Integer> folded() {
            return _get(RegionsCard.class)
                    .getChildren()
                    .flatMap(part -> _find(part, NativeDetails.class).stream())
                    .map(fold -> _find(fold, ListItem.class).size())
                    .toList();
        }

        @Test
        void aRuleThatItAddsAndOneThatItRemoves() {
            open(
                    ZOE,
                    office.schedule(
                            "Swap",
                            4,
                            addRule("mapping", "R3", "version", "<100.0"),
                            new Proposal.RemoveRule(new RuleId(2), null)));

            assertThat(desk.text())
                    .contains("added rule #3", "mapping nothing R3", "version nothing <100.0")
                    .contains("removed rule #2", "channel beta nothing");
        }

        @Test
        void thePartsOfAReleaseThatItWritesAndTheirLinesOnceUnfolded() {
            ChangeSet set = office.schedule(
                    "Respin",
                    4,
                    new Proposal.ReplaceRelease(new ReleaseName("R2"), null, null, Office.blob("R2", "fr")));

            open(ZOE, set);
            NativeDetails part = _find(NativeDetails.class).getFirst();
            part.setOpen(true);
            ComponentUtil.fireEvent(part, new NativeDetails.ToggleEvent(part, true));

            assertThat(desk.text())
                    .contains("release R2", "+ platforms.WINNT_x86_64-msvc.locales.fr", "+ \"filesize\" : 7");
        }

        @Test
        void whatIsOddAboutItAndWhatToDo() {
            open(ZOE, office.schedule("Throttle", 4, edit(1, "backgroundRate", 10)));

            assertThat(desk.text())
                    .contains("Findings", "throttled", "90 % of the clients of rule #1 get no update at all")
                    .contains("Name a fallback mapping, if they shall get one.");
        }

        @Test
        void whichStatesWithItAreTested() {
            office.schedule("Half", 2, edit(1, "backgroundRate", 50, "fallbackMapping", "R2"));
            ChangeSet set = office.schedule("Most", 3, edit(1, "backgroundRate", 90));
            office.judge(CHIOMA, Outcome.PASS);

            open(ZOE, set);

            assertThat(desk.text())
                    .contains("Firefox on release: alone ○ untested nobody has tested it")
                    .contains(", with all before it ✓ tested passed by chioma");
        }

        @Test
        void withWhatItGoesLiveWhereOnlyBothTogetherAreTested() {
            office.needingTests();
            ChangeSet set = office.schedule("Half", 2, edit(1, "backgroundRate", 50, "fallbackMapping", "R2"));
            office.schedule("Most", 3, edit(1, "backgroundRate", 90));
            office.judge(CHIOMA, Outcome.PASS);

            open(ZOE, set);

            assertThat(desk.text()).contains("Tested together with Most", "as it stands it goes live with that");
        }

        @Test
        void thatOneWithoutATimeOfItsOwnIsDueAsSoonAsPossible() {
            ChangeSet set = office.schedule("Half", 0, edit(1, "backgroundRate", 50));
            office.hoursPass(1);

            open(ZOE, set);

            assertThat(desk.text()).contains("due as soon as possible").doesNotContain("past due");
        }

        @Test
        void thatNothingShowsItAnyMoreOnceItHasEnded() {
            ChangeSet set = shipping();
            office.changeSets.withdraw(new Actor(ADA), set.id(), null);

            open(ZOE, set);

            assertThat(desk.text()).contains("It has ended: no test channel shows it any more.");
        }

        @Test
        void thatAPassWasForAnotherStateAndWhatDiffers() {
            office.needingTests();
            ChangeSet set = shipping();
            office.hoursPass(1);
            office.judge(CHIOMA, Outcome.PASS);
            office.hoursPass(1);
            office.live(new Proposal.ReplaceRelease(new ReleaseName("R2"), null, null, Office.blob("R2", "de=9")));

            open(ZOE, set);

            assertThat(desk.text())
                    .contains("The PASS of chioma was for another state: R2 got a new de build for win64.");
        }

        @Test
        void thatThereIsNoSuchSet() {
            desk.open(ZOE, "changes/4711");

            assertThat(desk.heading()).isEqualTo("No such change set");
            assertThat(desk.text()).contains("There is no change set “4711”.");
        }

        @Test
        void thatThereIsNoSetByAName() {
            desk.open(ZOE, "changes/ship-it");

            assertThat(desk.text()).contains("There is no change set “ship-it”.");
        }

        @Test
        void thatItsDueTimeHasPassed() {
            ChangeSet set = shipping();
            office.hoursPass(5);

            open(ZOE, set);

            assertThat(desk.text()).contains("past due");
        }

        @Test
        void thatItHasEndedAndOffersNothing() {
            ChangeSet set = shipping();
            office.changeSets.withdraw(new Actor(ADA), set.id(), null);

            open(ADA, set);

            assertThat(desk.text()).contains("withdrawn by ada", "Nothing: it has ended.");
        }
    }

    @Nested
    class ItsHistory {

        @Test
        void tellsWhoWroteSignedHeldAndMovedIt() {
            office.needingSignoffs();
            ChangeSet set = shipping();
            office.hoursPass(1);
            office.sign(DMITRI, set, RELENG);
            office.hoursPass(1);
            office.move(ADA, set, 6);
            office.hoursPass(1);
            office.changeSets.hold(new Actor(GRETA), set.id(), null);

            open(ZOE, set);

            assertThat(history())
                    .containsSubsequence(
                            "Mon 2 Mar 2026, 12:00 UTC greta Held change set #2",
                            "Mon 2 Mar 2026, 11:00 UTC ada",
                            "Rescheduled change set #2 when Mon 2 Mar 2026, 13:00 UTC → Mon 2 Mar 2026, 15:00 UTC",
                            "Mon 2 Mar 2026, 10:00 UTC dmitri Signed as releng",
                            "Mon 2 Mar 2026, 09:00 UTC ada",
                            "Scheduled change set #2",
                            "To be edited: rule #1 mapping R1 → R2 backgroundRate 100 → 25");
        }

        @Test
        void tellsWhatItChangedAndOnWhoseBehalfOnceItIsLive() {
            ChangeSet set = shipping();
            office.hoursPass(1);
            office.enactment.enact(new Actor(GRETA), set.id());

            open(ZOE, set);

            assertThat(history())
                    .contains("ada Edited rule #1 mapping R1 → R2 backgroundRate 100 → 25")
                    .contains("greta Enacted change set #2");
        }

        @Test
        void tellsWhyItWentLiveUntested() {
            office.needingTests();
            ChangeSet set = shipping();
            office.enactment.breakGlass(
                    new Actor(GRETA),
                    set.id(),
                    null,
                    "Users lose passwords",
                    List.of(),
                    Set.of(BreakGlassScope.Over.GATES));

            open(ZOE, set);

            assertThat(history()).contains("Went live untested:", "Users lose passwords");
        }

        @Test
        void tellsWhatAGuardRailFindsAndWhoPassedOverIt() {
            office.railed();
            ChangeSet set = shipping();

            open(ZOE, set);
            assertThat(desk.text()).contains("Guard rails … being judged");

            office.judgeRails();
            open(ZOE, set);
            assertThat(desk.text())
                    .contains(
                            "not kept",
                            "rule #1 serves R2 to 25 % and nothing to the others",
                            "You do not hold relman.");

            open(BEN, set);
            desk.press("Pass over…");
            desk.press("Pass over it");
            assertThat(desk.text()).contains("passed over", "is passed over by ben");
            assertThat(history()).contains("ben Passed over guard rail");
        }

        @Test
        void goesOnWhileSomebodyLooks() {
            office.needingSignoffs();
            ChangeSet set = shipping();
            open(ZOE, set);

            office.sign(DMITRI, set, RELENG);
            desk.roundTrip();

            assertThat(history()).contains("dmitri Signed as releng");
        }

        @Test
        void saysWhereTheRestOfALongOneIs() {
            ChangeSet set = shipping();
            for (int title = 0; title < 45; title++) {
                office.retitle(ADA, set, "Ship R2 " + title);
            }
            open(ZOE, set);
            assertThat(history()).contains("The latest 40 of 47 entries.");

            desk.follow("Show all");

            assertThat(desk.heading()).isEqualTo("History");
            assertThat(desk.address()).isEqualTo("history?set=2");
        }

        private String history() {
            return Desk.textOf(_get(ChangeSetHistoryCard.class));
        }
    }

    @Nested
    class Signoffs {

        @Test
        void areToldByRoleWithWhoGaveThemAndWhoCanGiveWhatIsMissing() {
            office.needingSignoffs();
            ChangeSet set = shipping();
            office.sign(DMITRI, set, RELENG);

            open(ZOE, set);

            assertThat(desk.text())
                    .contains("releng 1/1", "dmitri as releng · Mon 2 Mar 2026, 09:00 UTC")
                    .contains("relman 0/1", "1 more, from any of: ben");
        }

        @Test
        void areGivenOnceItWasSaidWhatGoesLiveForWhom() {
            office.needingSignoffs();
            ChangeSet set = shipping();
            open(BEN, set);

            desk.press("Sign as relman");
            assertThat(desk.dialog())
                    .contains("You consent that this goes live when it is due: 1 rule for Firefox on release.");
            _click(_find(Button.class, spec -> spec.withText("Sign as relman")).getLast());
            desk.roundTrip();

            assertThat(desk.text()).contains("relman 1/1", "You have signed as relman.");
        }

        @Test
        void cannotBeGivenByWhoWroteTheSet() {
            office.needingSignoffs();

            open(ADA, shipping());

            assertThat(desk.button("Sign").isEnabled()).isFalse();
            assertThat(desk.text()).contains("You wrote this, so somebody else must sign.");
        }

        @Test
        void cannotBeGivenWithoutTheRole() {
            office.needingSignoffs();

            open(CHIOMA, shipping());

            assertThat(desk.text()).contains("You do not hold releng or relman.");
        }

        @Test
        void areTakenBackByWhoGaveThem() {
            office.needingSignoffs();
            ChangeSet set = shipping();
            office.sign(BEN, set, RELMAN);
            open(BEN, set);

            desk.press("Revoke");
            _click(_find(Button.class, spec -> spec.withText("Revoke")).getLast());
            desk.roundTrip();

            assertThat(desk.text()).contains("relman 0/1");
        }

        @Test
        void ofSomebodyElseOfferNoRevokingToWhoHoldsNeitherRoleNorPower() {
            office.needingSignoffs();
            ChangeSet set = shipping();
            office.sign(BEN, set, RELMAN);

            open(DMITRI, set);

            assertThat(desk.hasButton("Revoke")).isFalse();
        }

        @Test
        void byOthersArriveWhileThePageIsOpen() {
            office.needingSignoffs();
            ChangeSet set = shipping();
            open(ADA, set);

            office.sign(DMITRI, set, RELENG);
            desk.roundTrip();

            assertThat(desk.text()).contains("releng 1/1");
        }
    }

    @Nested
    class EditedMeanwhile {

        @Test
        void isNotSignedBeforeSomebodyHasLookedAgain() {
            office.needingSignoffs();
            ChangeSet set = shipping();
            open(BEN, set);
            office.move(ADA, set, 9);
            desk.roundTrip();
            assertThat(desk.text())
                    .contains(
                            "What it changes or brings in, or when, was edited while you looked.",
                            "Look at what was edited first.");
            assertThat(desk.button("Sign as relman").isEnabled()).isFalse();

            desk.press("I have looked again");

            assertThat(desk.button("Sign as relman").isEnabled()).isTrue();
            assertThat(desk.text()).doesNotContain("was edited while you looked");
        }
    }

    @Nested
    class WhatIsSigned {

        private ChangeSet signable() {
            office.needingSignoffs();
            return shipping();
        }

        @Test
        void isWhatThePageShowedWhenTheButtonWasPressed() {
            ChangeSet set = signable();
            open(BEN, set);
            desk.press("Sign as relman");
            office.live(new Proposal.ReplaceRelease(new ReleaseName("R2"), null, null, Office.blob("R2", "fr")));

            _click(_find(Button.class, spec -> spec.withText("Sign as relman")).getLast());
            assertThat(desk.dialog())
                    .contains("Change set " + set.id()
                            + " is not what you looked at any more: look at it again before signing.");
            desk.roundTrip();

            assertThat(desk.text())
                    .contains("relman 0/1", "What it changes or brings in, or when, was edited while you looked.");
            assertThat(office.database
                            .bean(dev.rehearsal.approval.Signoffs.class)
                            .of(set.id()))
                    .isEmpty();
        }

        @Test
        void isToldByChannelWithWhatIsInIt() {
            open(BEN, signable());

            assertThat(desk.text())
                    .contains("Firefox on release needs 1 × releng and 1 × relman.")
                    .containsPattern("What is in it \\([0-9a-f]{8}\\)")
                    .contains("rule 1");
        }

        @Test
        void isToldWithWhyItDoesNotCountAnyMore() {
            ChangeSet set = signable();
            office.sign(BEN, set, RELMAN);
            office.live(new Proposal.ReplaceRelease(new ReleaseName("R2"), null, null, Office.blob("R2", "fr")));

            open(ZOE, set);

            assertThat(desk.text())
                    .contains("relman 0/1", "does not count", "Was given when this was something else: ")
                    .containsPattern("ben as relman · .* · to [0-9a-f]{8}");
        }
    }

    @Nested
    class Disarmed {

        private ChangeSet disarmed() {
            ChangeSet set = shipping();
            office.hoursPass(5);
            office.database.write(entry -> {
                office.changeSets.disarm(entry, set, "rule 1 was removed");
                return entry;
            });
            return office.now(set);
        }

        @Test
        void saysWhatHappenedAndWhen() {
            open(ZOE, disarmed());

            assertThat(desk.text())
                    .contains(
                            "Needs a decision",
                            "It was due and could not go live, Mon 2 Mar 2026, 14:00 UTC",
                            "Rule 1 was removed.",
                            "It left the queue");
            assertThat(desk.button("Schedule again…").isEnabled()).isFalse();
        }

        @Test
        void isScheduledAgainBySomebodyWhoAnswersForItThen() {
            ChangeSet set = disarmed();
            open(DMITRI, set);

            desk.press("Schedule again…");
            assertThat(desk.dialog()).contains("you answer for it from now on");
            desk.press("Reschedule");

            assertThat(office.now(set).state()).isInstanceOf(ChangeSet.Pending.class);
            assertThat(office.now(set).due()).isEqualTo(Office.at(6));
            assertThat(desk.text()).doesNotContain("It left the queue");
        }

        @Test
        void isListedBeforeTheQueueWithTheReason() {
            disarmed();
            office.schedule("Throttle beta", 7, edit(2, "backgroundRate", 10));

            desk.open(ZOE, "changes");

            assertThat(desk.text()).contains("Pending 2", "2 change sets");
            assertThat(_get(ChangesGrid.class)
                            .getListDataView()
                            .getItems()
                            .map(listed -> listed.set().title()))
                    .containsExactly("Ship R2", "Throttle beta");
        }
    }

    @Nested
    class Untested {

        @Test
        void namesWhatGoesAlongAndAsksAgain() {
            office.needingTests();
            ChangeSet adds = office.schedule("Add a rule", 1, addRule("mapping", "R2", "priority", 200));
            long rule = ((dev.rehearsal.staging.Change.RuleAddition)
                            adds.changes().getFirst())
                    .rule()
                    .id()
                    .value();
            ChangeSet edits = office.schedule("Edit it", 2, edit(rule, "mapping", "R3"));
            office.hoursPass(3);
            open(GRETA, edits);

            desk.press("Enact untested…");
            assertThat(desk.dialog()).contains("It can only go together with others, untested too: “Add a rule”.");
            desk.enter(_get(TextArea.class), "Users lose passwords");
            desk.press("Enact untested");
            assertThat(office.now(edits).state()).isInstanceOf(ChangeSet.Pending.class);
            assertThat(desk.text()).isNotEmpty();
            desk.press("Enact all 2 untested");

            assertThat(office.now(edits).state()).isInstanceOf(ChangeSet.Enacted.class);
            assertThat(office.now(adds).state()).isInstanceOf(ChangeSet.Enacted.class);
        }
    }

    @Nested
    class Tests {

        @Test
        void areToldWithTheChannelThatShowsExactlyThis() {
            office.needingTests();

            open(ZOE, shipping());

            assertThat(desk.text())
                    .contains("What release would answer for Firefox is not tested: 1 more PASS by qa is needed.")
                    .contains("release-cdntest shows exactly this");
        }

        @Test
        void areToldToHavePassed() {
            office.needingTests();
            ChangeSet set = shipping();
            office.judge(CHIOMA, Outcome.PASS);

            open(ZOE, set);

            assertThat(desk.text()).contains("What release would answer for Firefox was passed by chioma.");
        }
    }

    @Nested
    class Deeds {

        @Test
        void thatSomebodyLacksThePermissionForSaySo() {
            open(CHIOMA, shipping());

            assertThat(desk.button("Hold…").isEnabled()).isFalse();
            assertThat(desk.text())
                    .contains("You lack the permission 'rule' with action 'modify' for product 'Firefox'.");
        }

        @Test
        void enactingSaysWhatIsInTheWay() {
            office.needingSignoffs();

            open(GRETA, shipping());

            assertThat(desk.button("Enact now…").isEnabled()).isFalse();
            assertThat(desk.text()).contains("Signoff is required: 0 of 1 by releng given. And 1 more.");
        }

        @Test
        void enactingNamesWhatGoesLiveForWhomAndWhoSigned() {
            office.needingSignoffs();
            ChangeSet set = shipping();
            office.sign(DMITRI, set, RELENG);
            office.sign(BEN, set, RELMAN);
            open(GRETA, set);

            desk.press("Enact now…");
            assertThat(desk.dialog())
                    .contains("1 rule for Firefox on release goes live now, for clients.")
                    .contains("Signed by ben (relman) and dmitri (releng).");
            desk.press("Enact now");

            assertThat(desk.asksNothing()).isTrue();
            assertThat(desk.text()).contains("enacted by greta");
        }

        @Test
        void aSetThatWasEditedUnderAnOpenDialogIsNotEnacted() {
            ChangeSet set = shipping();
            open(GRETA, set);
            desk.press("Enact now…");
            office.retitle(ADA, set, "Ship R2 tomorrow");

            desk.press("Enact now");

            assertThat(desk.dialog()).contains("Change set 2 is at data_version 2 by now, not 1: look at it again.");
            assertThat(office.now(set).state()).isInstanceOf(ChangeSet.Pending.class);
        }

        @Test
        void enactingUntestedWantsAReasonAndShowsItAfterwards() {
            office.needingTests();
            ChangeSet set = shipping();
            open(GRETA, set);

            desk.press("Enact untested…");
            desk.press("Enact untested");
            assertThat(desk.dialog()).contains("Say why it cannot wait for a test.");
            desk.enter(_get(TextArea.class), "Users lose passwords");
            desk.press("Enact untested");

            assertThat(desk.text()).contains("enacted untested by greta: “Users lose passwords”");
        }

        @Test
        void inAFreezeTheGlassIsBrokenForThatAlone() {
            ChangeSet set = shipping();
            office.freezing();
            open(GRETA, set);
            assertThat(desk.text()).contains("is frozen until");

            desk.press("Break the glass…");
            desk.enter(_get(TextArea.class), "Users lose passwords");
            desk.press("Enact all the same");

            assertThat(desk.text()).contains("enacted in a freeze by greta: “Users lose passwords”");
        }

        @Test
        void enactingUntestedIsNotOfferedWhereNoGateIsClosed() {
            open(GRETA, shipping());

            assertThat(desk.hasButton("Enact untested…")).isFalse();
        }

        @Test
        void holdingAndResuming() {
            ChangeSet set = shipping();
            open(ADA, set);

            desk.press("Hold…");
            desk.press("Hold");
            assertThat(desk.text()).contains("‖ held");
            desk.press("Resume…");
            desk.press("Resume");

            assertThat(office.now(set).state()).isInstanceOf(ChangeSet.Pending.class);
        }

        @Test
        void resumingAfterTheDueTimeWantsANewOne() {
            ChangeSet set = shipping();
            office.changeSets.hold(new Actor(ADA), set.id(), null);
            office.hoursPass(5);
            open(ADA, set);

            desk.press("Resume…");
            assertThat(desk.dialog()).contains("Its due time has passed: it needs a new one.");
            desk.enter(_get(Checkbox.class), true);
            desk.press("Resume");

            assertThat(office.now(set).due()).isAfter(Office.at(5));
        }

        @Test
        void resumingAfterTheDueTimeOffersOneThatIsTaken() {
            ChangeSet set = shipping();
            office.changeSets.hold(new Actor(ADA), set.id(), null);
            office.hoursPass(5);
            open(ADA, set);

            desk.press("Resume…");
            desk.press("Resume");

            assertThat(office.now(set).state()).isInstanceOf(ChangeSet.Pending.class);
            assertThat(office.now(set).due()).isAfter(Office.at(5));
        }

        @Test
        void resumingBeforeTheDueTimeLeavesItAndItsSignoffs() {
            office.needingSignoffs();
            ChangeSet set = office.changeSets.schedule(
                    new Actor(ADA), "Ship R2", Office.at(4).plusMillis(45_678), List.of(edit(1, "mapping", "R2")));
            office.sign(BEN, set, RELMAN);
            office.changeSets.hold(new Actor(ADA), set.id(), null);
            open(ADA, set);

            desk.press("Resume…");
            desk.press("Resume");

            assertThat(office.now(set).due()).isEqualTo(set.due());
            assertThat(desk.text()).contains("ben").doesNotContain("does not count");
        }

        @Test
        void aDueTimeThatPassesWhileSomebodyDecidesToResumeCanBePutRightThere() {
            ChangeSet set = shipping();
            office.changeSets.hold(new Actor(ADA), set.id(), null);
            open(ADA, set);
            desk.press("Resume…");
            office.hoursPass(5);

            desk.press("Resume");
            assertThat(desk.dialog()).contains("lies in the past");
            desk.enter(_get(Checkbox.class), true);
            desk.press("Resume");

            assertThat(office.now(set).state()).isInstanceOf(ChangeSet.Pending.class);
        }

        @Test
        void reschedulingToTheTimeThatItHasLeavesItAndItsSignoffs() {
            office.needingSignoffs();
            ChangeSet set = office.changeSets.schedule(
                    new Actor(ADA), "Ship R2", Office.at(4).plusMillis(45_678), List.of(edit(1, "mapping", "R2")));
            office.sign(BEN, set, RELMAN);
            open(ADA, set);

            desk.press("Reschedule…");
            desk.press("Reschedule");

            assertThat(office.now(set).due()).isEqualTo(set.due());
            assertThat(desk.text()).contains("ben").doesNotContain("does not count");
        }

        @Test
        void reschedulingSaysWhoseSignoffsLapse() {
            office.needingSignoffs();
            ChangeSet set = shipping();
            office.sign(BEN, set, RELMAN);
            open(ADA, set);

            desk.press("Reschedule…");

            assertThat(desk.dialog()).contains("The signoffs of ben do not count any more");
        }

        @Test
        void editingTheTitleRefusesAnEmptyOneAndKeepsWhatIsTyped() {
            ChangeSet set = shipping();
            open(ADA, set);
            desk.press("Edit title…");

            desk.enter(_get(TextField.class, spec -> spec.withLabel("Title")), " ");
            desk.press("Save");
            assertThat(desk.dialog()).contains("must be 1 to 200 characters long");
            desk.enter(_get(TextField.class, spec -> spec.withLabel("Title")), "Ship R2 to everyone");
            desk.press("Save");

            assertThat(desk.heading()).isEqualTo("Ship R2 to everyone");
        }

        @Test
        void whatIsTypedIsKeptByTheBrowser() {
            ChangeSet set = shipping();
            open(ADA, set);

            desk.press("Edit title…");

            assertThat(desk.dialog()).contains("You typed this here and it was not saved:", "Take it back");
        }

        @Test
        void whatIsTypedStaysWhenOthersWrite() {
            ChangeSet set = shipping();
            open(ADA, set);
            desk.press("Edit title…");
            desk.enter(_get(TextField.class, spec -> spec.withLabel("Title")), "Half of a tit");

            office.schedule("Something else", 5, edit(2, "backgroundRate", 10));
            desk.roundTrip();

            assertThat(_get(TextField.class, spec -> spec.withLabel("Title")).getValue())
                    .isEqualTo("Half of a tit");
        }

        @Test
        void withdrawing() {
            ChangeSet set = shipping();
            open(ADA, set);

            desk.press("Withdraw…");
            desk.press("Withdraw");

            assertThat(office.now(set).state()).isInstanceOf(ChangeSet.Withdrawn.class);
        }

        @Test
        void submittingADraft() {
            ChangeSet draft = office.draft("Later", 4, edit(1, "mapping", "R2"));
            open(ADA, draft);
            assertThat(desk.text()).contains("A draft is signed once it is submitted.");

            desk.press("Submit…");
            desk.press("Submit");

            assertThat(office.now(draft).state()).isInstanceOf(ChangeSet.Pending.class);
        }
    }

    @Nested
    class Conflicts {

        private ChangeSet clashing() {
            ChangeSet set = office.schedule("Ship R2", 4, edit(1, "mapping", "R2", "backgroundRate", 25));
            office.live(edit(1, "mapping", "R3"));
            return set;
        }

        @Test
        void areShownWithMineTheirsAndBase() {
            open(ZOE, clashing());

            assertThat(desk.text()).contains("rule #1 mapping R2 R3 R1");
        }

        @Test
        void areResolvedForWhatTheSetSays() {
            ChangeSet set = clashing();
            open(DMITRI, set);

            desk.press("Resolve…");
            choose(0);
            desk.press("Save");

            assertThat(desk.asksNothing()).isTrue();
            assertThat(desk.text()).contains("mapping R3 R2", "backgroundRate 100 25", "also written by dmitri");
        }

        @Test
        void areResolvedForWhatIsThere() {
            ChangeSet set = clashing();
            open(DMITRI, set);

            desk.press("Resolve…");
            choose(1);
            desk.press("Save");

            assertThat(desk.text()).contains("backgroundRate 100 25").doesNotContain("mapping R3 R2");
        }

        @Test
        void areResolvedForWhatWasThereBeforeBoth() {
            ChangeSet set = clashing();
            open(DMITRI, set);

            desk.press("Resolve…");
            choose(2);
            desk.press("Save");

            assertThat(desk.text()).contains("mapping R3 R1", "backgroundRate 100 25", "also written by dmitri");
        }

        @Test
        void mustEachBeDecided() {
            open(DMITRI, clashing());

            desk.press("Resolve…");
            desk.press("Save");

            assertThat(desk.dialog()).contains("Decide each of them.");
        }

        @Test
        void thatChangeWhileTheyAreDecidedAreLookedAtAgain() {
            open(DMITRI, clashing());
            desk.press("Resolve…");
            choose(0);
            office.live(edit(1, "mapping", "R2", "comment", "and on"), addRelease("R4"));
            office.live(edit(1, "mapping", "R4"));

            desk.press("Save");

            assertThat(desk.dialog()).contains("What is there has changed again: look at both sides once more.");
        }

        @Test
        void thatLeaveNothingPointToWithdrawing() {
            ChangeSet set = office.schedule("Ship R2", 4, edit(1, "mapping", "R2"));
            office.live(edit(1, "mapping", "R3"));
            open(DMITRI, set);

            desk.press("Resolve…");
            choose(1);
            desk.press("Save");

            assertThat(desk.dialog()).contains("Nothing would be left of the set: withdraw it instead.");
        }

        @Test
        void withWhatIsQueuedNameTheSetAndWhoseItIs() {
            ChangeSet set = office.schedule("Ship R2", 5, edit(1, "mapping", "R2"));
            office.schedule("Hurry to R3", 4, edit(1, "mapping", "R3"));

            open(DMITRI, set);

            assertThat(desk.text())
                    .contains("What is live does not stand against it", "Hurry to R3 of ada is queued before it")
                    .doesNotContain("cannot go live");
        }

        @Test
        void withWhatIsLiveSaySo() {
            ChangeSet set = office.schedule("Ship R2", 4, edit(1, "mapping", "R2"));
            office.live(edit(1, "mapping", "R3"));

            open(DMITRI, set);

            assertThat(desk.text()).contains("it cannot go live", "It clashes with what is live.");
        }

        @Test
        void ofARowThatIsGoneOfferToDropTheChange() {
            ChangeSet set = office.schedule("Both", 4, edit(1, "mapping", "R2"), edit(2, "mapping", "R2"));
            office.live(new Proposal.RemoveRule(new RuleId(2), null));
            open(DMITRI, set);
            assertThat(desk.text()).contains("rule #2 The row is gone.");

            desk.press("Resolve…");
            choose(0);
            desk.press("Save");

            assertThat(office.now(set).changes()).hasSize(1);
        }

        @Test
        void ofPartsOfAReleaseAreResolvedPartByPart() {
            ChangeSet set =
                    office.schedule("French and Italian", 4, Office.writeRelease("R2", Office.blob("R2", "fr", "it")));
            office.live(Office.writeRelease("R2", Office.blob("R2", "fr=8", "it=8")));
            open(DMITRI, set);
            assertThat(desk.text())
                    .contains("release R2 blob.platforms.WINNT_x86_64-msvc.locales.fr content", "locales.it content");

            desk.press("Resolve…");
            choose(0);
            desk.press("Save");

            assertThat(desk.asksNothing()).isTrue();
            assertThat(office.state().stages().wholeQueue().conflicts()).isEmpty();
        }

        @SuppressWarnings("unchecked")
        private void choose(int side) {
            List<RadioButtonGroup<Object>> groups =
                    (List<RadioButtonGroup<Object>>) (List<?>) _find(RadioButtonGroup.class);
            for (RadioButtonGroup<Object> group : groups) {
                group.setValue(group.getListDataView().getItem(side));
            }
        }
    }
}
