package dev.rehearsal.stories;

import static dev.rehearsal.stories.Wishes.edit;
import static dev.rehearsal.stories.Wishes.pin;
import static dev.rehearsal.stories.Wishes.release;
import static dev.rehearsal.stories.Wishes.remove;
import static dev.rehearsal.stories.Wishes.respin;
import static dev.rehearsal.stories.Wishes.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules 1 and 2 serve R1 and R2 on release; R3 and R4 wait. Ada writes, Ben and Cleo sign, Dora tests. */
@EachDatabase
class ChangeSetStoriesTest {

    private final Office office;

    ChangeSetStoriesTest(TestDatabase database) {
        office = new Office(database)
                .with("ada", "releng")
                .with("ben", "releng")
                .with("cleo", "relman")
                .with("dora", "qa")
                .live(
                        release("R1"),
                        release("R2"),
                        release("R3"),
                        release("R4"),
                        rule("release", "R1", "alias", "first", "priority", 200),
                        rule("release", "R2", "alias", "second"));
    }

    @Test
    void whatNeedsNoSignoffAndNoGateGoesLiveWhenItIsDue() {
        ChangeSetId set = office.schedules("ada", 1, edit(1, "mapping", "R3"));

        office.comes(0);
        assertThat(office.mapsTo(1)).isEqualTo("R1");

        office.comes(1);
        assertThat(office.mapsTo(1)).isEqualTo("R3");
        assertThat(office.isLive(set)).isTrue();
    }

    @Test
    void aGatedQueueOfThreeGoesWithoutTheUnsignedOneInTheMiddleOnlyOnceThatIsTested() {
        office.maps("release", "release-cdntest", new Scope.WholeQueue())
                .requires("release", "relman", 1)
                .gate("release", "qa", 1);
        ChangeSetId first = office.schedules("ada", 1, edit(1, "comment", "one", "mapping", "R3"));
        ChangeSetId middle = office.schedules("ada", 2, edit(2, "mapping", "R3"));
        ChangeSetId last = office.schedules("ada", 3, edit(1, "mapping", "R4"));
        office.signs("cleo", first, "relman");
        office.signs("cleo", last, "relman");
        office.passes("dora", "release-cdntest");

        office.comes(3);
        assertThat(List.of(office.isLive(first), office.isLive(middle), office.isLive(last)))
                .as("only the three together were tested, and one of them is not signed")
                .containsExactly(false, false, false);
        assertThat(office.obstacles(last)).anyMatch(sentence -> sentence.contains("is not tested"));

        office.signs("cleo", middle, "relman");
        office.comes(3);
        assertThat(List.of(office.isLive(first), office.isLive(middle), office.isLive(last)))
                .containsExactly(true, true, true);
    }

    @Test
    void aSetThatCannotGoDoesNotHoldUpOthersWhereNothingIsGated() {
        office.requires("release", "relman", 1);
        ChangeSetId unsigned = office.schedules("ada", 1, edit(1, "mapping", "R3"));
        ChangeSetId signed = office.schedules("ada", 2, edit(2, "mapping", "R3"));
        office.signs("cleo", signed, "relman");

        office.comes(2);

        assertThat(office.isLive(unsigned)).isFalse();
        assertThat(office.isLive(signed)).isTrue();
    }

    @Test
    void aSetInConflictDoesNotHoldUpOthers() {
        ChangeSetId broken = office.schedules("ada", 1, edit(1, "mapping", "R3"));
        office.directly("ben", edit(1, "mapping", "R4"));
        ChangeSetId fine = office.schedules("ada", 2, edit(2, "mapping", "R3"));

        office.comes(2);

        assertThat(office.isLive(broken)).isFalse();
        assertThat(office.isLive(fine)).isTrue();
        assertThat(office.standing(broken).needsAttention()).isTrue();
    }

    @Test
    void twoSetsThatEditOneFieldGoInTheirOrder() {
        office.schedules("ada", 1, edit(1, "mapping", "R3"));
        office.schedules("ben", 2, edit(1, "mapping", "R4"));

        office.comes(1);
        assertThat(office.mapsTo(1)).isEqualTo("R3");
        office.comes(2);
        assertThat(office.mapsTo(1)).isEqualTo("R4");
    }

    @Test
    void theLaterOfTwoEditsOfOneFieldMayGoFirstAndTheEarlierIsThenInConflict() {
        ChangeSetId earlier = office.schedules("ada", 1, edit(1, "mapping", "R3"));
        ChangeSetId later = office.schedules("ben", 2, edit(1, "mapping", "R4"));

        office.enacts("ben", later);
        office.comes(2);

        assertThat(office.mapsTo(1)).isEqualTo("R4");
        assertThat(office.isLive(earlier)).isFalse();
        assertThat(office.obstacles(earlier))
                .containsExactly(
                        "rule 1: mapping was 'R1' when this edit was saved and is 'R4' now; it would become 'R3'");
    }

    @Test
    void theLaterOfTwoEditsOfOneFieldIsRightThoughTheEarlierIsWithdrawn() {
        ChangeSetId earlier = office.schedules("ada", 1, edit(1, "mapping", "R3"));
        ChangeSetId later = office.schedules("ben", 2, edit(1, "mapping", "R4"));

        office.sets.withdraw(new Actor("ada"), earlier, null);
        office.comes(2);

        assertThat(office.isLive(later)).isTrue();
        assertThat(office.mapsTo(1)).isEqualTo("R4");
    }

    @Test
    void editsOfDifferentFieldsOfOneRuleDoNotMeet() {
        office.schedules("ada", 1, edit(1, "mapping", "R3"));
        office.schedules("ben", 2, edit(1, "comment", "watch this one"));

        office.comes(2);

        assertThat(office.mapsTo(1)).isEqualTo("R3");
        assertThat(office.rule(1).comment()).isEqualTo("watch this one");
    }

    @Test
    void aSetEditsARuleThatOnlyAnotherAdds() {
        ChangeSetId adds = office.schedules("ada", 1, rule("release", "R3"));
        long added = 3;
        ChangeSetId edits = office.schedules("ben", 2, edit(added, "mapping", "R4"));

        assertThatThrownBy(() -> office.enacts("ben", edits))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("rule 3 no longer exists");
        office.comes(2);

        assertThat(List.of(office.isLive(adds), office.isLive(edits))).containsExactly(true, true);
        assertThat(office.mapsTo(added)).isEqualTo("R4");
    }

    @Test
    void aSetThatEditsARuleWhichAnotherRemovesIsRefusedWhenSaved() {
        office.schedules("ada", 1, remove(1));

        assertThatThrownBy(() -> office.schedules("ben", 2, edit(1, "mapping", "R4")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("rule 1 no longer exists");
    }

    @Test
    void aRemovalInsertedBeforeAnEditPutsThatIntoConflict() {
        ChangeSetId edits = office.schedules("ben", 2, edit(1, "mapping", "R4"));
        ChangeSetId removes = office.schedules("ada", 1, remove(1));

        assertThat(office.standing(edits).needsAttention()).isTrue();
        office.comes(2);

        assertThat(office.isLive(removes)).isTrue();
        assertThat(office.isLive(edits)).isFalse();
    }

    @Test
    void anAliasThatOneSetFreesIsTakenByAnother() {
        ChangeSetId frees = office.schedules("ada", 1, edit(1, "alias", null));
        ChangeSetId takes = office.schedules("ben", 2, edit(2, "alias", "first"));

        assertThat(office.obstacles(takes)).containsExactly("alias 'first' would belong to rule 1 and to rule 2");
        office.comes(2);

        assertThat(List.of(office.isLive(frees), office.isLive(takes))).containsExactly(true, true);
    }

    @Test
    void aliasesAreSwappedInsideOneSet() {
        ChangeSetId swaps = office.schedules("ada", 1, edit(1, "alias", "second"), edit(2, "alias", "first"));

        office.comes(1);

        assertThat(office.isLive(swaps)).isTrue();
        assertThat(office.rule(1).alias()).isEqualTo("second");
    }

    @Test
    void anAliasThatIsTakenIsRefusedBeforeAnybodySigns() {
        assertThatThrownBy(() -> office.schedules("ada", 1, edit(1, "alias", "second")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("alias 'second' would belong to rule 1 and to rule 2");
    }

    @Test
    void aSetOverTwoChannelsNeedsThePassesOfBothGates() {
        office.live(rule("beta", "R1"))
                .maps("release", "release-cdntest", new Scope.WholeQueue())
                .maps("beta", "beta-cdntest", new Scope.WholeQueue())
                .with("eve", "beta-qa")
                .gate("release", "qa", 1)
                .gate("beta", "beta-qa", 1);
        ChangeSetId both = office.schedules("ada", 1, edit(1, "mapping", "R3"), edit(3, "mapping", "R3"));

        office.passes("dora", "release-cdntest");
        office.comes(1);
        assertThat(office.isLive(both)).isFalse();
        assertThat(office.obstacles(both))
                .containsExactly("what beta would answer for Firefox is not tested: 1 more PASS by beta-qa is needed");

        office.passes("eve", "beta-cdntest");
        office.comes(1);
        assertThat(office.isLive(both)).isTrue();
    }

    @Test
    void aRuleThatMovesFromBetaToEveryReleaseChannelNeedsTheSignersOfBoth() {
        office.live(rule("beta", "R1"))
                .with("eve", "beta-lead")
                .requires("beta", "beta-lead", 1)
                .requires("release", "relman", 1);
        ChangeSetId moves = office.schedules("ada", 1, edit(3, "channel", "release*"));

        office.signs("eve", moves, "beta-lead");
        office.comes(1);
        assertThat(office.isLive(moves)).isFalse();
        assertThat(office.obstacles(moves)).containsExactly("signoff is required: 0 of 1 by relman given");

        office.signs("cleo", moves, "relman");
        office.comes(1);
        assertThat(office.isLive(moves)).isTrue();
    }

    @Test
    void anEditThatNewlyNeedsSignoffCanBeSigned() {
        office.live(rule("nightly", "R1")).requires("release", "relman", 1);
        ChangeSetId set = office.schedules("ada", 1, edit(3, "mapping", "R3"));
        office.edits("ada", set, edit(3, "channel", "release*"));

        office.signs("cleo", set, "relman");
        office.comes(1);

        assertThat(office.isLive(set)).isTrue();
    }

    @Test
    void aRespinOfAReleaseWhoseRuleIsPendingDropsSignoffsAndVerdicts() {
        office.live(release("R5"))
                .maps("release", "release-cdntest", new Scope.WholeQueue())
                .requires("release", "relman", 1)
                .gate("release", "qa", 1);
        ChangeSetId ships = office.schedules("ada", 1, edit(1, "mapping", "R5"));
        office.signs("cleo", ships, "relman");
        office.passes("dora", "release-cdntest");

        office.directly("ada", respin("R5", "b"));

        assertThat(office.standing(ships).counted()).isEmpty();
        office.signs("cleo", ships, "relman");
        office.comes(1);
        assertThat(office.isLive(ships)).as("it was tested before the respin").isFalse();
        office.passes("dora", "release-cdntest");
        office.comes(1);
        assertThat(office.isLive(ships)).isTrue();
    }

    @Test
    void aReleaseThatALiveRuleNamesIsNotEditedDirectlyWithoutSignoff() {
        office.requires("release", "relman", 1);

        assertThatThrownBy(() -> office.directly("ada", respin("R1", "b")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("signoff is required");
    }

    @Test
    void ofTwoSetsTestedApartOnlyOneGoesLive() {
        ChangeSetId one = office.schedules("ada", 1, edit(1, "mapping", "R3"));
        ChangeSetId other = office.schedules("ben", 1, edit(2, "mapping", "R4"));
        office.maps("release", "release-one", new Scope.Only(one))
                .maps("release", "release-other", new Scope.Only(other))
                .gate("release", "qa", 1);
        office.passes("dora", "release-one");
        office.passes("dora", "release-other");

        office.comes(1);

        assertThat(List.of(office.isLive(one), office.isLive(other)))
                .as("nobody has tested both together")
                .containsExactly(true, false);
        assertThat(office.obstacles(other)).anyMatch(sentence -> sentence.contains("is not tested"));
    }

    @Test
    void goingBackInAnEmergencyNeedsNoNewTest() {
        office.maps("release", "release-cdntest", new Scope.WholeQueue()).gate("release", "qa", 1);
        ChangeSetId ships = office.schedules("ada", 1, edit(1, "mapping", "R3"));
        office.passes("dora", "release-cdntest");
        office.comes(1);

        ChangeSetId back = office.schedules("ben", 2, edit(1, "mapping", "R1"));
        office.comes(2);

        assertThat(List.of(office.isLive(ships), office.isLive(back))).containsExactly(true, true);
        assertThat(office.mapsTo(1)).isEqualTo("R1");
    }

    @Test
    void goingBackToWhatWasFailedIsRefused() {
        office.maps("release", "release-cdntest", new Scope.WholeQueue()).gate("release", "qa", 1);
        office.fails("dora", "release-cdntest");
        office.schedules("ada", 1, edit(1, "mapping", "R3"));
        office.passes("dora", "release-cdntest");
        office.comes(1);

        ChangeSetId back = office.schedules("ben", 2, edit(1, "mapping", "R1"));
        office.comes(2);

        assertThat(office.isLive(back)).isFalse();
        assertThat(office.obstacles(back)).anyMatch(sentence -> sentence.contains("was failed by dora"));
    }

    @Test
    void goingBackToWhatWasLiveUntestedIsRefused() {
        office.maps("release", "release-cdntest", new Scope.WholeQueue()).gate("release", "qa", 1);
        ChangeSetId untested = office.schedules("ada", 1, edit(1, "mapping", "R3"));
        office.breaksTheGlass(untested);
        ChangeSetId back = office.schedules("ben", 1, edit(1, "mapping", "R1"));
        office.comes(1);

        ChangeSetId again = office.schedules("ben", 2, edit(1, "mapping", "R3"));
        office.comes(2);

        assertThat(List.of(office.isLive(untested), office.isLive(back), office.isLive(again)))
                .containsExactly(true, true, false);
        assertThat(office.obstacles(again)).anyMatch(sentence -> sentence.contains("is not tested"));
    }

    @Test
    void aFailByOneTesterBlocksUntilItIsRevised() {
        office.maps("release", "release-cdntest", new Scope.WholeQueue())
                .with("eve", "qa")
                .gate("release", "qa", 1);
        ChangeSetId set = office.schedules("ada", 1, edit(1, "mapping", "R3"));
        office.passes("dora", "release-cdntest");
        office.fails("eve", "release-cdntest");

        office.comes(1);
        assertThat(office.isLive(set)).isFalse();

        office.passes("eve", "release-cdntest");
        office.comes(1);
        assertThat(office.isLive(set)).isTrue();
    }

    @Test
    void anEditorNeverSignsWhatTheyWrote() {
        office.requires("release", "releng", 1);
        ChangeSetId set = office.schedules("ada", 1, edit(1, "mapping", "R3"));
        office.signs("ben", set, "releng");

        office.edits("ben", set, edit(1, "mapping", "R4"));

        assertThat(office.standing(set).counted()).isEmpty();
        assertThatThrownBy(() -> office.signs("ben", set, "releng"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("nobody signs what they wrote");
        assertThatThrownBy(() -> office.signs("ada", set, "releng"))
                .as("ada was the first to send this change")
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("nobody signs what they wrote");
        office.with("finn", "releng").signs("finn", set, "releng");
        office.comes(1);
        assertThat(office.isLive(set)).isTrue();
    }

    @Test
    void aSetThatTooFewOthersCanSignSaysSoAtOnce() {
        office.requires("release", "relman", 1);
        ChangeSetId set = office.schedules("cleo", 1, edit(1, "mapping", "R3"));

        assertThat(office.obstacles(set))
                .containsExactly(
                        "1 signoffs by relman are needed, but only 0 people other than its writers hold that role");
    }

    @Test
    void oneRolePerPersonAndSet() {
        office.with("finn", "releng", "relman").requires("release", "releng", 1).requires("release", "relman", 1);
        ChangeSetId set = office.schedules("ada", 1, edit(1, "mapping", "R3"));
        office.signs("finn", set, "relman");
        office.signs("finn", set, "relman");

        office.signs("finn", set, "releng");

        assertThat(office.standing(set).counted())
                .as("who signs again replaces what they signed before")
                .extracting(signoff -> signoff.role().name())
                .containsExactly("releng");
        assertThat(office.standing(set).missing().perRole()).hasSize(1);
    }

    @Test
    void aMappingChangedWhileASetIsTestedTakesNoVerdictOnWhatItShowedBefore() {
        office.gate("release", "qa", 1).maps("release", "release-cdntest", new Scope.WholeQueue());
        ChangeSetId first = office.schedules("ada", 1, edit(1, "mapping", "R3"));
        office.schedules("ada", 2, edit(2, "mapping", "R4"));
        Fingerprint seen = office.fingerprintOf("release-cdntest");

        office.directly(
                "ben",
                RowKinds.MAPPINGS.change(
                        1L, 1, new MappingProposal(null, "release", "release-cdntest", new Scope.Only(first))));

        assertThatThrownBy(() -> office.vouches("dora", "release-cdntest", seen, Outcome.PASS))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("serves another state");
        office.passes("dora", "release-cdntest");
        office.comes(2);
        assertThat(office.mapsTo(1)).isEqualTo("R3");
        assertThat(office.mapsTo(2)).isEqualTo("R2");
    }

    @Test
    void aScopeWhoseSetIsGoneTakesNoVerdict() {
        ChangeSetId set = office.schedules("ada", 1, edit(1, "mapping", "R3"));
        office.maps("release", "release-cdntest", new Scope.Only(set));
        office.sets.withdraw(new Actor("ada"), set, null);

        assertThatThrownBy(() -> office.passes("dora", "release-cdntest"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("change the scope first");
    }

    @Test
    void anEditOfTheBaseRowThatDoesNotOverlapKeepsTheSignoffs() {
        office.requires("release", "relman", 1);
        ChangeSetId set = office.schedules("ada", 2, edit(1, "mapping", "R3"));
        office.signs("cleo", set, "relman");
        ChangeSetId elsewhere = office.schedules("ada", 1, edit(1, "comment", "unrelated"));
        office.signs("cleo", elsewhere, "relman");

        office.comes(2);

        assertThat(List.of(office.isLive(elsewhere), office.isLive(set))).containsExactly(true, true);
    }

    @Test
    void aPastDueUnsignedSetDoesNotBlockEditsOfItsRule() {
        office.requires("release", "relman", 1);
        ChangeSetId waits = office.schedules("ada", 1, edit(1, "mapping", "R3"));
        office.comes(5);
        ChangeSetId other = office.schedules("ada", 6, edit(1, "comment", "still possible"));
        office.signs("cleo", other, "relman");

        office.comes(6);

        assertThat(List.of(office.isLive(waits), office.isLive(other))).containsExactly(false, true);
    }

    @Test
    void whatWasHeldIsNotStagedAndComesBackWithANewDueTimeUnsigned() {
        office.maps("release", "release-cdntest", new Scope.WholeQueue()).requires("release", "relman", 1);
        ChangeSetId set = office.schedules("ada", 1, edit(1, "mapping", "R3"));
        office.signs("cleo", set, "relman");
        office.sets.hold(new Actor("ada"), set, null);
        assertThat(office.mapsTo(1, "release-cdntest")).isEqualTo("R1");
        office.comes(2);

        assertThatThrownBy(() -> office.sets.resume(new Actor("ada"), set, null, null))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("lies in the past");
        office.sets.resume(new Actor("ada"), set, null, office.hour(3));

        assertThat(office.mapsTo(1, "release-cdntest")).isEqualTo("R3");
        assertThat(office.standing(set).counted()).isEmpty();
    }

    @Test
    void whoeverLosesThePermissionShipsNothingMore() {
        ChangeSetId set = office.schedules("ada", 1, edit(1, "mapping", "R3"));
        office.loses("ada", PermissionName.RULE);

        office.comes(1);

        assertThat(office.isLive(set)).isFalse();
        assertThat(office.obstacles(set))
                .anyMatch(sentence -> sentence.contains("ada, who wrote this, lacks the permission 'rule'"));
    }

    @Test
    void aPinIsStagedAndTestedLikeARule() {
        office.maps("release", "release-cdntest", new Scope.WholeQueue()).gate("release", "qa", 1);
        ChangeSetId set = office.schedules("ada", 1, pin("102.", "R3"));

        office.comes(1);
        assertThat(office.isLive(set)).isFalse();
        office.passes("dora", "release-cdntest");
        office.comes(1);
        assertThat(office.isLive(set)).isTrue();
    }

    @Test
    void whatEnactingMakesLiveIsWhatTheTestChannelShowed() {
        office.maps("release", "release-cdntest", new Scope.WholeQueue());
        office.schedules("ada", 1, edit(1, "mapping", "R3"), rule("release", "R4", "priority", 300));
        office.schedules("ben", 2, remove(2), release("R9"), edit(1, "fallbackMapping", "R9", "backgroundRate", 10));
        Fingerprint shown = office.fingerprintOf("release-cdntest");

        office.comes(2);

        assertThat(office.liveFingerprint("release")).isEqualTo(shown);
    }
}
