package dev.rehearsal.approval;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static dev.rehearsal.staging.LiveState.live;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.access.Role;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.LiveState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What gates say of what would be live. */
class GateCheckTest {

    private static final Role QA = new Role("qa");
    private static final TestedState STATE = new TestedState("Firefox", "release", new Fingerprint("f".repeat(64)));
    private static final TestedState ANOTHER = new TestedState("Firefox", "release", new Fingerprint("0".repeat(64)));
    private static final List<Person> PEOPLE =
            List.of(holder("chioma", QA), holder("devi", QA), holder("ada", new Role("releng")), holder("bot", QA));

    private final List<Verdict> verdicts = new ArrayList<>();
    private boolean servedLately;

    @Nested
    class AStateIs {

        @Test
        void passedOnceEnoughHoldersOfTheRolePassedIt() {
            passedBy("chioma");
            passedBy("devi");

            assertThat(found(gate(2))).isEqualTo(new GateFinding.Passed(List.of(actor("chioma"), actor("devi"))));
        }

        @Test
        void untestedWhileOnePassIsMissing() {
            passedBy("chioma");

            assertThat(found(gate(2))).isEqualTo(new GateFinding.Untested(Map.of("", 1)));
        }

        @Test
        void notPassedByWhoDoesNotHoldTheRole() {
            passedBy("ada");

            assertThat(found(gate(1))).isEqualTo(new GateFinding.Untested(Map.of("", 1)));
        }

        @Test
        void notPassedTwiceByOnePerson() {
            passedBy("chioma");
            passedBy("chioma");

            assertThat(found(gate(2))).isEqualTo(new GateFinding.Untested(Map.of("", 1)));
        }

        @Test
        void notPassedByAVerdictOnAnotherState() {
            verdicts.add(new Verdict(
                    1, ANOTHER, "t1", Outcome.PASS, null, actor("chioma"), PersonId.NONE, Instant.EPOCH, null));

            assertThat(found(gate(1))).isEqualTo(new GateFinding.Untested(Map.of("", 1)));
        }

        @Test
        void failedByOneHolderWhoeverElsePassedIt() {
            passedBy("chioma");
            failedBy("devi", "t1");

            assertThat(found(gate(1))).isEqualTo(new GateFinding.Failed(List.of(actor("devi"))));
        }

        @Test
        void notFailedByWhoDoesNotHoldTheRole() {
            passedBy("chioma");
            failedBy("ada", "t1");

            assertThat(found(gate(1))).isEqualTo(new GateFinding.Passed(List.of(actor("chioma"))));
        }

        @Test
        void asTheLatestVerdictOfEachPersonSays() {
            failedBy("chioma", "t1");
            passedBy("chioma");

            assertThat(found(gate(1))).isEqualTo(new GateFinding.Passed(List.of(actor("chioma"))));
        }

        @Test
        void openWithoutATestWhereItWasServedLately() {
            servedLately = true;

            assertThat(found(gate(1))).isEqualTo(new GateFinding.ServedBefore());
        }

        @Test
        void failedThoughItWasServedLately() {
            servedLately = true;
            failedBy("chioma", "t1");

            assertThat(found(gate(1))).isEqualTo(new GateFinding.Failed(List.of(actor("chioma"))));
        }
    }

    @Nested
    class WhereTheGateNamesTestChannels {

        private final Gate both = gate("Firefox", 1, "t1", "t2");

        @Test
        void eachNeedsItsPasses() {
            passedBy("chioma", "t1");

            assertThat(found(both)).isEqualTo(new GateFinding.Untested(Map.of("t2", 1)));
        }

        @Test
        void onePersonMayPassAllOfThem() {
            passedBy("chioma", "t1");
            passedBy("chioma", "t2");

            assertThat(found(both)).isEqualTo(new GateFinding.Passed(List.of(actor("chioma"))));
        }

        @Test
        void aPassElsewhereCountsNothing() {
            passedBy("chioma", "t3");

            assertThat(found(both)).isEqualTo(new GateFinding.Untested(Map.of("t1", 1, "t2", 1)));
        }

        @Test
        void aFailOnOneIsNotUndoneByAPassOnTheOther() {
            failedBy("chioma", "t1");
            passedBy("chioma", "t2");

            assertThat(found(both)).isEqualTo(new GateFinding.Failed(List.of(actor("chioma"))));
        }

        @Test
        void aFailElsewhereBlocksWhileItIsTheLatestWord() {
            passedBy("chioma", "t1");
            passedBy("chioma", "t2");
            failedBy("chioma", "t3");

            assertThat(found(both)).isEqualTo(new GateFinding.Failed(List.of(actor("chioma"))));
        }

        @Test
        void aFailElsewhereIsRevisedByALaterPassOnOneOfThem() {
            passedBy("chioma", "t1");
            failedBy("chioma", "t3");
            passedBy("chioma", "t2");

            assertThat(found(both)).isEqualTo(new GateFinding.Passed(List.of(actor("chioma"))));
        }
    }

    @Nested
    class AStep {

        private final LiveState before =
                live().rule(aRule().forProduct("Firefox").forChannel("release").mapsTo("A"));
        private final LiveState after =
                live().rule(aRule().forProduct("Firefox").forChannel("release").mapsTo("B"));

        @Test
        void isJudgedByTheGateWhoseStateItChanges() {
            assertThat(findings(gate(1)))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.state())
                            .isEqualTo(new TestedState(
                                    "Firefox",
                                    "release",
                                    Fingerprint.of(after.tables(), after.contents(), "Firefox", "release"))));
        }

        @Test
        void isNotJudgedByAGateWhoseStateItLeavesAlone() {
            assertThat(findings(gate("Thunderbird", 1))).isEmpty();
        }

        @Test
        void isJudgedForEachProductThatIsNamedWhereTheGateIsForAll() {
            assertThat(findings(gate(null, 1)))
                    .extracting(finding -> finding.state().product())
                    .containsExactly("Firefox");
        }

        @Test
        void thatChangesNothingIsNotJudged() {
            assertThat(check(gate(1)).findings(before.tables(), before.tables(), before.contents()))
                    .isEmpty();
        }

        private List<GateFinding> findings(Gate gate) {
            return check(gate).findings(before.tables(), after.tables(), after.contents());
        }
    }

    @Nested
    class IsSaidAs {

        @Test
        void whatIsStillNeededAndWhere() {
            passedBy("chioma", "t1");

            assertThat(check(gate("Firefox", 1, "t1", "t2"))
                            .finding(gate("Firefox", 1, "t1", "t2"), STATE)
                            .sentence())
                    .isEqualTo(
                            "what release would answer for Firefox is not tested: 1 more PASS by qa on t2 is needed");
        }

        @Test
        void whoFailedItAndWhatToDo() {
            failedBy("devi", "t1");

            assertThat(check(gate(1)).finding(gate(1), STATE).sentence())
                    .isEqualTo("what release would answer for Firefox was failed by devi:"
                            + " change it, or have the verdict revised");
        }

        @Test
        void openOnceItIsPassed() {
            passedBy("chioma");

            assertThat(check(gate(1)).finding(gate(1), STATE).isOpen()).isTrue();
        }

        @Test
        void openWhereItWasLiveBefore() {
            servedLately = true;

            assertThat(check(gate(1)).finding(gate(1), STATE).isOpen()).isTrue();
        }

        @Test
        void closedWhileItIsUntested() {
            assertThat(check(gate(1)).finding(gate(1), STATE).isOpen()).isFalse();
        }

        @Test
        void closedOnceItIsFailed() {
            failedBy("devi", "t1");

            assertThat(check(gate(1)).finding(gate(1), STATE).isOpen()).isFalse();
        }
    }

    @Test
    void whoWroteWhatIsTestedLiftsNoFailOfIt() {
        failedBy("devi", "t1");
        judged("chioma", "t1", Outcome.LIFT);

        assertThat(check(gate(1))
                        .finding(gate(1), STATE, Set.of(actor("chioma")), evidence())
                        .result())
                .isInstanceOf(GateFinding.Failed.class);
        assertThat(found(gate(1))).isNotInstanceOf(GateFinding.Failed.class);
    }

    private Instant passesCountSince = Instant.MIN;

    @Test
    void aPassThatIsTooOldDoesNotCountAndIsToldOf() {
        passedBy("chioma");
        passesCountSince = Instant.MAX;

        assertThat(found(gate(1))).isInstanceOf(GateFinding.Untested.class);
        assertThat(check(gate(1)).finding(gate(1), STATE).sentence()).contains("the PASS of chioma has expired");
    }

    @Test
    void noFailIsEverTooOld() {
        failedBy("chioma", "t1");
        passesCountSince = Instant.MAX;

        assertThat(found(gate(1))).isInstanceOf(GateFinding.Failed.class);
    }

    private GateFinding.Result found(Gate gate) {
        return check(gate).finding(gate, STATE).result();
    }

    private GateCheck check(Gate gate) {
        return new GateCheck(List.of(gate), PEOPLE, evidence());
    }

    private GateCheck.Evidence evidence() {
        return new GateCheck.Evidence() {
            @Override
            public List<Verdict> verdictsOn(TestedState state) {
                return verdicts.stream()
                        .filter(verdict -> verdict.state().equals(state))
                        .toList();
            }

            @Override
            public boolean servedLately(TestedState state) {
                return servedLately;
            }

            @Override
            public Instant passesCountSince() {
                return passesCountSince;
            }
        };
    }

    private void passedBy(String person) {
        passedBy(person, "t1");
    }

    private void passedBy(String person, String channel) {
        judged(person, channel, Outcome.PASS);
    }

    private void failedBy(String person, String channel) {
        judged(person, channel, Outcome.FAIL);
    }

    private void judged(String person, String channel, Outcome outcome) {
        verdicts.add(new Verdict(
                verdicts.size() + 1, STATE, channel, outcome, null, actor(person), PersonId.NONE, Instant.EPOCH, null));
    }

    private static Gate gate(int passes) {
        return gate("Firefox", passes);
    }

    private static Gate gate(@Nullable String product, int passes, String... testChannels) {
        return new Gate(1, product, "release", QA, passes, List.of(testChannels), 1);
    }

    private static Person holder(String name, Role role) {
        return new Person(name, Map.of(), Set.of(role), false);
    }

    private static Actor actor(String name) {
        return new Actor(name);
    }
}
