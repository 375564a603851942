package dev.rehearsal.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Rule 1 answers clients of its own and, with rule 2, those that both share. Set 7, which ann has sent, leads rule 1 to
 * other bytes. Bea and cleo are releng, tess is qa.
 */
class MonitorTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Pair PAIR = new Pair("App", "release");
    private static final Probe OWN = new Probe("own", "/CHANNEL", "", false, "");
    private static final Probe SHARED = new Probe("shared", "/CHANNEL/shared", "", true, "");
    private static final Probe OF_TWO = new Probe("of two", "/CHANNEL/two", "", false, "");
    private static final long SET = 7;

    private static final Answer OLD = new Answer("1", List.of("file-c0"));
    private static final Answer NEW = new Answer("1", List.of("file-c5"));
    private static final Answer OTHER = new Answer("2", List.of("other-c0"));
    private static final View BEFORE = view(OLD, OLD);
    private static final View AFTER = view(NEW, NEW);

    private static final Guards ONE_RELENG = new Guards(Map.of("releng", 1), List.of());
    private static final Guards TWO_RELENG = new Guards(Map.of("releng", 2), List.of());
    private static final Guards GATE = new Guards(Map.of(), List.of(new Guards.Gate("qa", 1)));

    private final Testimony testimony = new Testimony();
    private final Monitor monitor = new Monitor(testimony);
    private final PersonId ann = person("ann", "releng", "qa");
    private final PersonId bea = person("bea", "releng");
    private final PersonId cleo = person("cleo", "releng");
    private final PersonId tess = person("tess", "qa");

    MonitorTest() {
        testimony.writes(SET, Set.of("rule 1 mapping=R2"), ann);
    }

    @Test
    void aPairThatChangesWhileItIsFrozenIsToldOfWhoeverSigned() {
        signs(bea, AFTER);
        assertThat(judge(new Guards(Map.of("releng", 1), List.of(), true))).containsExactly(Violation.Kind.FREEZE);
    }

    @Nested
    class Signoffs {

        @Test
        void areEnoughWhereSomebodyElseWasShownAllOfIt() {
            signs(bea, AFTER);
            assertThat(judge(ONE_RELENG)).isEmpty();
        }

        @Test
        void areMissedWhereNobodySigned() {
            assertThat(judge(ONE_RELENG)).containsExactly(Violation.Kind.SIGNOFFS);
        }

        @Test
        void areMissedWhereTooFewSigned() {
            signs(bea, AFTER);
            assertThat(judge(TWO_RELENG)).containsExactly(Violation.Kind.SIGNOFFS);
            signs(cleo, AFTER);
            assertThat(judge(TWO_RELENG)).isEmpty();
        }

        @Test
        void ofOnePersonCountOnce() {
            signs(bea, AFTER);
            signs(bea, AFTER);
            assertThat(judge(TWO_RELENG)).containsExactly(Violation.Kind.SIGNOFFS);
        }

        @Test
        void areMissedWhereTheSignerWasShownOtherBytes() {
            signs(bea, view(new Answer("1", List.of("file-c4")), OLD));
            assertThat(judge(ONE_RELENG)).containsExactly(Violation.Kind.SIGNOFFS);
        }

        @Test
        void areMissedWhereTheSignerWasShownAPartOfIt() {
            signs(bea, view(NEW, NEW));
            View more = new View(Map.of(OWN, NEW, SHARED, NEW, OF_TWO, new Answer("2", List.of("more-c6"))));
            assertThat(kinds(monitor.judge(commit(BEFORE, more, ONE_RELENG, List.of(SET)))))
                    .containsExactly(Violation.Kind.SIGNOFFS);
        }

        @Test
        void mayHaveBeenGivenToWhatTheQueueShowed() {
            testimony.signs(signoff(bea, "releng", null, List.of(BEFORE, AFTER)));
            assertThat(judge(ONE_RELENG)).isEmpty();
        }

        @Test
        void areMissedForWhatIsOvertaken() {
            View overtaken = new View(Map.of(OWN, OLD, SHARED, OTHER, OF_TWO, OTHER));
            signs(bea, BEFORE);
            assertThat(kinds(monitor.judge(commit(BEFORE, overtaken, ONE_RELENG, List.of(SET)))))
                    .containsExactly(Violation.Kind.SIGNOFFS);
            signs(bea, overtaken);
            assertThat(monitor.judge(commit(BEFORE, overtaken, ONE_RELENG, List.of(SET))))
                    .isEmpty();
        }

        @Test
        void areMissedForWhatVanishes() {
            View gone = new View(Map.of(OF_TWO, OTHER));
            signs(bea, BEFORE);
            assertThat(kinds(monitor.judge(commit(BEFORE, gone, ONE_RELENG, List.of(SET)))))
                    .containsExactly(Violation.Kind.SIGNOFFS);
        }

        @Test
        void ofTheWriterDoNotCount() {
            signs(ann, AFTER);
            assertThat(judge(ONE_RELENG)).containsExactly(Violation.Kind.SIGNOFFS);
        }

        @Test
        void ofWhoSentTheBytesDoNotCount() {
            testimony.sends(5, bea);
            signs(bea, AFTER);
            assertThat(judge(ONE_RELENG)).containsExactly(Violation.Kind.SIGNOFFS);
            signs(cleo, AFTER);
            assertThat(judge(ONE_RELENG)).isEmpty();
        }

        @Test
        void ofWhoWroteARuleThatEntersDoNotCount() {
            testimony.setsRule(3, Map.of("version", "<1.0"), bea);
            View entered = new View(Map.of(OWN, new Answer("3", List.of("file-c0")), SHARED, OLD, OF_TWO, OTHER));
            signs(bea, entered);
            assertThat(kinds(monitor.judge(commit(BEFORE, entered, ONE_RELENG, List.of(SET)))))
                    .containsExactly(Violation.Kind.SIGNOFFS);
        }

        @Test
        void ofWhoWroteARuleOfTheLiveChannelCountWhereTheChannelIsMadeToShowIt() {
            testimony.setsRule(3, Map.of("version", "<1.0"), bea);
            View entered = new View(Map.of(OWN, new Answer("3", List.of("file-c0")), SHARED, OLD, OF_TWO, OTHER));
            signs(bea, BEFORE);
            assertThat(monitor.judge(new Commit(
                            PAIR, NOW, BEFORE, entered, ONE_RELENG, List.of(SET), Set.of(), Commit.Mapping.MADE, "")))
                    .isEmpty();
        }

        @Test
        void ofWhoWroteADraftThatAnotherSubmittedDoNotCount() {
            testimony.writes(SET, Set.of("rule 1 mapping=R2"), cleo);
            signs(ann, AFTER);
            assertThat(judge(ONE_RELENG)).containsExactly(Violation.Kind.SIGNOFFS);
        }

        @Test
        void ofWhoWroteWhatWasCopiedDoNotCount() {
            testimony.copies(8, SET);
            testimony.signs(new Signed(8, ann, "releng", testimony.nextAct(), shown(AFTER), null, NOW));
            assertThat(kinds(monitor.judge(commit(BEFORE, AFTER, ONE_RELENG, List.of(8L)))))
                    .containsExactly(Violation.Kind.SIGNOFFS);
        }

        @Test
        void areGoneOnceRevoked() {
            signs(bea, AFTER);
            testimony.revokes(SET, bea);
            assertThat(judge(ONE_RELENG)).containsExactly(Violation.Kind.SIGNOFFS);
        }

        @Test
        void doNotComeBackWithTheRole() {
            signs(bea, AFTER);
            testimony.losesRole(bea, "releng");
            testimony.nextAct();
            testimony.getsRole(bea, "releng", null, NOW);
            assertThat(judge(ONE_RELENG)).containsExactly(Violation.Kind.SIGNOFFS);
        }

        @Test
        void doNotPassToTheNextOfThatName() {
            signs(bea, AFTER);
            testimony.disappears(bea);
            PersonId next = person("bea", "releng");
            assertThat(next).isNotEqualTo(bea);
            assertThat(judge(ONE_RELENG)).containsExactly(Violation.Kind.SIGNOFFS);
        }

        @Test
        void doNotCountInARoleThatTheWriterGave() {
            PersonId puppet = person("puppet");
            testimony.getsRole(puppet, "releng", ann, NOW.minus(Duration.ofDays(6)));
            signs(puppet, AFTER);
            assertThat(judge(ONE_RELENG)).containsExactly(Violation.Kind.SIGNOFFS);
        }

        @Test
        void countInARoleThatTheWriterGaveLongAgo() {
            PersonId colleague = person("colleague");
            testimony.getsRole(colleague, "releng", ann, NOW.minus(Duration.ofDays(8)));
            signs(colleague, AFTER);
            assertThat(judge(ONE_RELENG)).isEmpty();
        }

        @Test
        void doNotCountWithATokenThatTheWriterMade() {
            testimony.signs(signoff(bea, "releng", ann, List.of(AFTER)));
            assertThat(judge(ONE_RELENG)).containsExactly(Violation.Kind.SIGNOFFS);
        }

        @Test
        void inAnotherRoleDoNotCount() {
            testimony.signs(signoff(tess, "qa", null, List.of(AFTER)));
            assertThat(judge(ONE_RELENG)).containsExactly(Violation.Kind.SIGNOFFS);
        }

        @Test
        void ofAnotherSetDoNotCount() {
            testimony.signs(new Signed(8, bea, "releng", testimony.nextAct(), shown(AFTER), null, NOW));
            assertThat(judge(ONE_RELENG)).containsExactly(Violation.Kind.SIGNOFFS);
        }

        @Test
        void areNotAskedForByNobody() {
            assertThat(judge(Guards.NONE)).isEmpty();
        }

        @Test
        void cannotBeGivenToADirectEdit() {
            assertThat(kinds(monitor.judge(commit(BEFORE, AFTER, ONE_RELENG, List.of()))))
                    .containsExactly(Violation.Kind.DIRECT);
        }

        @Test
        void ofSetsThatGoTogetherAreEachForTheirOwn() {
            testimony.writes(8, Set.of("rule 2 mapping=R3"), bea);
            View both = new View(Map.of(OWN, NEW, SHARED, NEW, OF_TWO, new Answer("2", List.of("more-c6"))));
            signs(bea, view(NEW, NEW));
            testimony.signs(new Signed(
                    8,
                    ann,
                    "releng",
                    testimony.nextAct(),
                    shown(new View(Map.of(OWN, OLD, SHARED, OLD, OF_TWO, new Answer("2", List.of("more-c6"))))),
                    null,
                    NOW));
            assertThat(monitor.judge(commit(BEFORE, both, ONE_RELENG, List.of(SET, 8L))))
                    .isEmpty();
            testimony.revokes(8, ann);
            assertThat(kinds(monitor.judge(commit(BEFORE, both, ONE_RELENG, List.of(SET, 8L)))))
                    .containsExactly(Violation.Kind.SIGNOFFS);
        }

        @Test
        void sufficeForARemappedChannelThatNoTestChannelShows() {
            signs(bea, BEFORE);
            Commit remapped =
                    new Commit(PAIR, NOW, BEFORE, AFTER, ONE_RELENG, List.of(SET), Set.of(), Commit.Mapping.OTHER, "");
            assertThat(monitor.judge(remapped)).isEmpty();
            testimony.revokes(SET, bea);
            assertThat(kinds(monitor.judge(remapped))).containsExactly(Violation.Kind.SIGNOFFS);
        }
    }

    @Nested
    class Gates {

        @Test
        void openForAStateThatSomebodyElsePassed() {
            judges(tess, AFTER, true);
            assertThat(judge(GATE)).isEmpty();
        }

        @Test
        void areMissedForAStateThatNobodyPassed() {
            assertThat(judge(GATE)).containsExactly(Violation.Kind.GATE);
        }

        @Test
        void areMissedWhereAnotherStateWasPassed() {
            judges(tess, view(NEW, OLD), true);
            assertThat(judge(GATE)).containsExactly(Violation.Kind.GATE);
        }

        @Test
        void areMissedWhereTheWriterTested() {
            judges(ann, AFTER, true);
            assertThat(judge(GATE)).containsExactly(Violation.Kind.GATE);
        }

        @Test
        void areMissedWhereTheTesterHoldsNotTheRole() {
            judges(bea, AFTER, true);
            assertThat(judge(GATE)).containsExactly(Violation.Kind.GATE);
        }

        @Test
        void areMissedWhereTheTesterIsGone() {
            judges(tess, AFTER, true);
            testimony.disappears(tess);
            assertThat(judge(GATE)).containsExactly(Violation.Kind.GATE);
        }

        @Test
        void stayShutForAStateThatSomebodyFailed() {
            PersonId other = person("other", "qa");
            judges(tess, AFTER, true);
            judges(other, AFTER, false);
            assertThat(judge(GATE)).containsExactly(Violation.Kind.FAIL);
            judges(other, AFTER, true);
            assertThat(judge(GATE)).isEmpty();
        }

        @Test
        void stayShutThoughTheOneWhoFailedIsGone() {
            PersonId other = person("other", "qa");
            judges(tess, AFTER, true);
            judges(other, AFTER, false);
            testimony.disappears(other);
            assertThat(judge(GATE)).containsExactly(Violation.Kind.FAIL);
        }

        @Test
        void openOnceAFailIsLifted() {
            PersonId other = person("other", "qa");
            judges(tess, AFTER, true);
            judges(other, AFTER, false);
            testimony.lifts(PAIR, "", tess, 2);
            assertThat(judge(GATE)).isEmpty();
        }

        @Test
        void stayShutWhereNoOtherHolderLiftsAFail() {
            PersonId other = person("other", "qa");
            judges(tess, AFTER, true);
            judges(other, AFTER, false);
            testimony.lifts(PAIR, "", other, 2);
            testimony.lifts(PAIR, "", person("else", "releng"), 3);
            assertThat(judge(GATE)).containsExactly(Violation.Kind.FAIL);
        }

        @Test
        void openForWhatWasServedAWhileAgo() {
            judges(tess, AFTER, true);
            judge(GATE);
            assertThat(monitor.judge(commit(AFTER, BEFORE, GATE, List.of(SET)))).isEmpty();
            assertThat(monitor.judge(commit(BEFORE, AFTER, GATE, List.of()))).isEmpty();
        }

        @Test
        void areMissedForWhatWasServedLongAgo() {
            judges(tess, AFTER, true);
            judge(GATE);
            Commit back = new Commit(
                    PAIR,
                    NOW.plus(Duration.ofDays(31)),
                    AFTER,
                    BEFORE,
                    GATE,
                    List.of(SET),
                    Set.of(),
                    Commit.Mapping.AS_BEFORE,
                    "");
            assertThat(kinds(monitor.judge(back))).containsExactly(Violation.Kind.GATE);
        }

        @Test
        void arePassedOverByBreakGlassForTheSetsThatItNames() {
            assertThat(kinds(monitor.judge(new Commit(
                            PAIR, NOW, BEFORE, AFTER, GATE, List.of(SET), Set.of(SET), Commit.Mapping.AS_BEFORE, ""))))
                    .isEmpty();
        }

        @Test
        void areMissedWhereBreakGlassTakesAlongWhatItDoesNotName() {
            assertThat(kinds(monitor.judge(new Commit(
                            PAIR,
                            NOW,
                            BEFORE,
                            AFTER,
                            GATE,
                            List.of(SET, 8L),
                            Set.of(8L),
                            Commit.Mapping.AS_BEFORE,
                            ""))))
                    .containsExactly(Violation.Kind.GATE);
        }

        @Test
        void areMissedForAStateThatOnlyBreakGlassKnows() {
            monitor.judge(new Commit(
                    PAIR, NOW, BEFORE, AFTER, GATE, List.of(SET), Set.of(SET), Commit.Mapping.AS_BEFORE, ""));
            monitor.judge(commit(AFTER, BEFORE, GATE, List.of(SET)));
            assertThat(judge(GATE)).containsExactly(Violation.Kind.GATE);
        }
    }

    @Nested
    class Others {

        @Test
        void aSetOfWhichSomebodyWantsChangesMustNotGo() {
            testimony.requestsChanges(SET, 1, bea);
            testimony.answers(1, cleo);
            testimony.takesBack(1, tess);
            assertThat(kinds(monitor.judgeSets(List.of(SET)))).containsExactly(Violation.Kind.REQUESTED);
        }

        @Test
        void onceWhoWroteItHasAnsweredItMay() {
            testimony.requestsChanges(SET, 1, bea);
            testimony.answers(1, ann);
            assertThat(monitor.judgeSets(List.of(SET))).isEmpty();
        }

        @Test
        void aStepOfAStoppedRolloutMustNotGo() {
            testimony.stops(SET);
            assertThat(kinds(monitor.judgeSets(List.of(SET)))).containsExactly(Violation.Kind.STOPPED);
        }

        @Test
        void onceItGoesOnItMay() {
            testimony.stops(SET);
            testimony.goesOn(SET);
            assertThat(monitor.judgeSets(List.of(SET))).isEmpty();
        }

        @Test
        void andOnceTheRequestIsTakenBack() {
            testimony.requestsChanges(SET, 1, bea);
            testimony.takesBack(1, bea);
            assertThat(monitor.judgeSets(List.of(SET))).isEmpty();
        }

        @Test
        void aSetThatCouldNotGoMustNotGoByItself() {
            testimony.wasUnable(SET);
            assertThat(kinds(monitor.judgeSets(List.of(SET)))).containsExactly(Violation.Kind.ARMED);
            testimony.isDecided(SET);
            assertThat(monitor.judgeSets(List.of(SET))).isEmpty();
        }

        @Test
        void aGuardIsNotTakenAwayByOnePerson() {
            assertThat(kinds(monitor.judgeGuards(PAIR, GATE, Guards.NONE, List.of(), NOW)))
                    .containsExactly(Violation.Kind.GUARD);
            testimony.signs(signoff(tess, "qa", null, List.of()));
            assertThat(monitor.judgeGuards(PAIR, GATE, Guards.NONE, List.of(SET), NOW))
                    .isEmpty();
        }

        @Test
        void theFirstGuardNeedsNobody() {
            assertThat(monitor.judgeGuards(PAIR, Guards.NONE, GATE, List.of(), NOW))
                    .isEmpty();
        }

        @Test
        void whatWasSignedInOneEmergencyDoesNotEndTheNext() {
            testimony.shuts(PAIR);
            signs(bea, BEFORE);
            assertThat(monitor.judgeLift(PAIR, ONE_RELENG, List.of(SET), NOW)).isEmpty();
            assertThat(kinds(monitor.judgeLift(PAIR, ONE_RELENG, List.of(), NOW)))
                    .containsExactly(Violation.Kind.SHUTOFF);
            testimony.shuts(PAIR);
            assertThat(kinds(monitor.judgeLift(PAIR, ONE_RELENG, List.of(SET), NOW)))
                    .containsExactly(Violation.Kind.SHUTOFF);
        }

        @Test
        void nothingIsAskedForWhereNothingChanges() {
            assertThat(monitor.judge(commit(BEFORE, BEFORE, TWO_RELENG, List.of())))
                    .isEmpty();
        }
    }

    private PersonId person(String name, String... roles) {
        PersonId person = testimony.appears(name);
        for (String role : roles) {
            testimony.getsRole(person, role, null, NOW);
        }
        return person;
    }

    private void signs(PersonId by, View shown) {
        testimony.signs(signoff(by, "releng", null, List.of(shown)));
    }

    private Signed signoff(PersonId by, String role, @Nullable PersonId tokenBy, List<View> shown) {
        Map<Pair, List<View>> views = new HashMap<>();
        views.put(PAIR, shown);
        return new Signed(SET, by, role, testimony.nextAct(), views, tokenBy, NOW);
    }

    private static Map<Pair, List<View>> shown(View view) {
        return Map.of(PAIR, List.of(view));
    }

    private void judges(PersonId by, View state, boolean pass) {
        testimony.judges(new Judged(PAIR, state, "", by, testimony.rolesOf(by), pass, 1));
    }

    /** Rule 1 serves the own client where dice fall well, and comes to have nothing for it where they fall badly. */
    @Nested
    class Rails {

        private static final Guards RAIL =
                new Guards(Map.of(), List.of(), List.of(new Guards.Rail(3, "rate_has_fallback", "qa")), false);
        private static final Probe LUCKY = new Probe("lucky", "/CHANNEL?force=1", "", false, "force=1");
        private static final Probe UNLUCKY = new Probe("unlucky", "/CHANNEL?force=-1", "", false, "force=-1");
        private static final Answer NOTHING = new Answer(Answer.NO_RULE, List.of());
        private static final View SERVED = new View(Map.of(LUCKY, OLD, UNLUCKY, OLD));
        private static final View LACKING = new View(Map.of(LUCKY, OLD, UNLUCKY, NOTHING));

        @Test
        void areCrossedByARuleThatComesToHaveNothingForSome() {
            assertThat(cross(SERVED)).containsExactly(Violation.Kind.RAIL);
        }

        @Test
        void areNotCrossedByOneThatHadNothingForThemBefore() {
            assertThat(cross(LACKING)).isEmpty();
        }

        @Test
        void areCrossedByADirectEditToo() {
            assertThat(kinds(monitor.judge(commit(SERVED, LACKING, RAIL, List.of()))))
                    .containsExactly(Violation.Kind.RAIL);
        }

        @Test
        void arePassedOverByAHolderOfTheirRole() {
            testimony.passesOver(SET, 3, tess, shown(LACKING));
            assertThat(cross(SERVED)).isEmpty();
        }

        @Test
        void areNotPassedOverByTheWriter() {
            testimony.passesOver(SET, 3, ann, shown(LACKING));
            assertThat(cross(SERVED)).containsExactly(Violation.Kind.RAIL);
        }

        @Test
        void areNotPassedOverInAnotherRole() {
            testimony.passesOver(SET, 3, bea, shown(LACKING));
            assertThat(cross(SERVED)).containsExactly(Violation.Kind.RAIL);
        }

        @Test
        void areNotPassedOverByWhoWasShownSomethingElse() {
            testimony.passesOver(SET, 3, tess, shown(SERVED));
            assertThat(cross(SERVED)).containsExactly(Violation.Kind.RAIL);
        }

        @Test
        void areNotPassedOverForAnotherSetOrByPassingAnotherRail() {
            testimony.passesOver(8, 3, tess, shown(LACKING));
            testimony.passesOver(SET, 4, tess, shown(LACKING));
            assertThat(cross(SERVED)).containsExactly(Violation.Kind.RAIL);
        }

        @Test
        void areNotPassedOverOnceThatIsTakenBack() {
            testimony.passesOver(SET, 3, tess, shown(LACKING));
            testimony.passesOverNoMore(SET, 3, tess);
            assertThat(cross(SERVED)).containsExactly(Violation.Kind.RAIL);
        }

        @Test
        void giveWayToABrokenGlassThatNamesThem() {
            testimony.breaksGlassOverRails(SET);
            assertThat(cross(SERVED)).isEmpty();
        }

        private List<Violation.Kind> cross(View before) {
            return kinds(monitor.judge(commit(before, LACKING, RAIL, List.of(SET))));
        }
    }

    private List<Violation.Kind> judge(Guards guards) {
        return kinds(monitor.judge(commit(BEFORE, AFTER, guards, List.of(SET))));
    }

    private static Commit commit(View before, View after, Guards guards, List<Long> sets) {
        return new Commit(PAIR, NOW, before, after, guards, sets, Set.of(), Commit.Mapping.AS_BEFORE, "");
    }

    private static List<Violation.Kind> kinds(List<Violation> violations) {
        return violations.stream().map(Violation::kind).toList();
    }

    private static View view(Answer own, Answer shared) {
        return new View(Map.of(OWN, own, SHARED, shared, OF_TWO, OTHER));
    }
}
