package dev.rehearsal.stories;

import static dev.rehearsal.stories.Wishes.release;
import static dev.rehearsal.stories.Wishes.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.rollout.NewPlan;
import dev.rehearsal.enactment.rollout.PlanCheck;
import dev.rehearsal.enactment.rollout.PlanEvent;
import dev.rehearsal.enactment.rollout.PlanScheduler;
import dev.rehearsal.enactment.rollout.PlanStep;
import dev.rehearsal.enactment.rollout.Plans;
import dev.rehearsal.enactment.rollout.RolloutPlan;
import dev.rehearsal.enactment.rollout.RolloutPlan.State;
import dev.rehearsal.enactment.rollout.RolloutRunner;
import dev.rehearsal.enactment.rollout.RolloutService;
import dev.rehearsal.enactment.rollout.StepMover;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A release comes to clients step by step: 1 % at hour 1, 25 % at hour 24, all at hour 72. Ada plans, Ben signs. */
@EachDatabase
class RolloutTest {

    private static final PlanCheck CRASHES = new PlanCheck.Figure(1, "crash_rate", null, 2.0, Duration.ofHours(2));

    private final Office office;
    private final PlanScheduler scheduler;
    private final RolloutService rollouts;
    private final StepMover mover;
    private final Plans plans;
    private final RolloutRunner runner;

    RolloutTest(TestDatabase database) {
        office = new Office(database)
                .with("ada")
                .with("ben", "releng")
                .with("fay", "relman")
                .live(release("R1"), release("R2"), rule("release", "R1"));
        scheduler = database.bean(PlanScheduler.class);
        rollouts = database.bean(RolloutService.class);
        mover = database.bean(StepMover.class);
        plans = database.bean(Plans.class);
        runner = database.bean(RolloutRunner.class);
    }

    private static NewPlan asked(PlanCheck... checks) {
        return new NewPlan(
                "R2 to everybody",
                Office.PRODUCT,
                "release",
                new ReleaseName("R2"),
                null,
                null,
                List.of(
                        new NewPlan.Step(Duration.ofHours(1), 1),
                        new NewPlan.Step(Duration.ofHours(24), 25),
                        new NewPlan.Step(Duration.ofHours(72), 100)),
                List.of(checks));
    }

    private RolloutPlan makes(PlanCheck... checks) {
        return scheduler.make(new Actor("ada"), asked(checks));
    }

    private ChangeSetId set(RolloutPlan plan, int step) {
        return plan.steps().get(step - 1).set();
    }

    /** It is that hour: the runner looks, the enactor after it, and the runner again. */
    private void comes(int hour) {
        office.comes(hour);
        runner.advance();
        office.comes(hour);
        runner.advance();
    }

    private State state(RolloutPlan plan) {
        return plans.find(plan.id()).orElseThrow().state();
    }

    private int rate() {
        return office.rule(1).backgroundRate();
    }

    @Test
    void comesStepByStepToEverybody() {
        RolloutPlan plan = makes();

        comes(1);
        assertThat(office.mapsTo(1)).isEqualTo("R2");
        assertThat(rate()).isEqualTo(1);
        assertThat(office.rule(1).fallbackMapping()).isEqualTo(new ReleaseName("R1"));

        comes(24);
        comes(25);
        assertThat(rate()).isEqualTo(25);

        comes(71);
        assertThat(rate()).isEqualTo(25);

        comes(73);
        assertThat(rate()).isEqualTo(100);
        assertThat(state(plan)).isEqualTo(State.OVER);
    }

    @Test
    void eachStepIsASetThatNeedsItsOwnSignoff() {
        office.requires("release", "releng", 1);
        RolloutPlan plan = makes();
        office.signs("ben", set(plan, 1), "releng");

        comes(1);
        comes(24);
        comes(30);

        assertThat(rate()).isEqualTo(1);
        assertThat(office.obstacles(set(plan, 2))).containsExactly("signoff is required: 0 of 1 by releng given");
    }

    @Test
    void aStepThatIsLateLetsTheNextWaitForAsLong() {
        RolloutPlan plan = makes();
        comes(1);
        rollouts.stop(new Actor("fay"), plan.id(), "");
        comes(80);
        rollouts.resume(new Actor("ada"), plan.id(), 25);

        comes(80);
        assertThat(rate()).isEqualTo(25);
        comes(127);
        assertThat(rate()).isEqualTo(25);
        comes(128);
        assertThat(rate()).isEqualTo(100);
    }

    @Test
    void noStepGoesOnceSomebodyHasStoppedIt() {
        RolloutPlan plan = makes();
        comes(1);
        rollouts.stop(new Actor("fay"), plan.id(), "it crashes");

        comes(73);

        assertThat(rate()).isEqualTo(1);
        assertThat(office.obstacles(set(plan, 2)))
                .containsExactly("rollout %d does not go on with this step: it was stopped by fay (it crashes)"
                        .formatted(plan.id()));
    }

    @Test
    void norByHandNorByBreakGlass() {
        RolloutPlan plan = makes();
        comes(1);
        rollouts.stop(new Actor("fay"), plan.id(), "it crashes");

        assertThatThrownBy(() -> office.enacts("ada", set(plan, 2)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("it was stopped by fay");
        assertThatThrownBy(() -> office.breaksTheGlass(set(plan, 2))).isInstanceOf(RefusedException.class);
    }

    @Test
    void norIsAStepEnactedBeforeItsTurn() {
        RolloutPlan plan = makes();
        comes(1);

        assertThatThrownBy(() -> office.enacts("ada", set(plan, 3)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("does not go on with this step");
    }

    @Test
    void whoeverStopsItNeedsAPartInTheProduct() {
        RolloutPlan plan = makes();

        assertThatThrownBy(() -> rollouts.stop(new Actor("stranger"), plan.id(), ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("has no part in 'Firefox'");
    }

    @Test
    void whoeverLetsItGoOnNamesThePercentage() {
        RolloutPlan plan = makes();
        comes(1);
        rollouts.stop(new Actor("fay"), plan.id(), "");

        assertThatThrownBy(() -> rollouts.resume(new Actor("ada"), plan.id(), 100))
                .hasMessageContaining("the next step of rollout %d is 25 %%, not 100 %%".formatted(plan.id()));
        assertThat(state(plan)).isEqualTo(State.STOPPED);
    }

    @Test
    void whoMayNotEditRulesLetsNothingGoOn() {
        RolloutPlan plan = makes();
        rollouts.stop(new Actor("ben"), plan.id(), "");
        office.loses("ben", PermissionName.RULE);

        assertThatThrownBy(() -> rollouts.resume(new Actor("ben"), plan.id(), 1))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("rule");
    }

    @Test
    void goingOnGivesNoSignoff() {
        office.requires("release", "releng", 1);
        RolloutPlan plan = makes();
        rollouts.stop(new Actor("fay"), plan.id(), "");
        rollouts.resume(new Actor("ada"), plan.id(), 1);

        comes(1);

        assertThat(rate()).isEqualTo(100);
        assertThat(office.mapsTo(1)).isEqualTo("R1");
    }

    @Test
    void withoutAFigureItPausesWhenTheNextStepIsDue() {
        RolloutPlan plan = makes(CRASHES);
        comes(1);

        comes(25);

        assertThat(rate()).isEqualTo(1);
        assertThat(state(plan)).isEqualTo(State.PAUSED);
    }

    @Test
    void whoeverNamesThePercentageDecidesWhereNothingIsKnown() {
        RolloutPlan plan = makes(CRASHES);
        comes(1);
        comes(25);
        rollouts.resume(new Actor("ada"), plan.id(), 25);

        comes(25);

        assertThat(rate()).isEqualTo(25);
    }

    @Test
    void aGoodFigureLetsTheNextStepGo() {
        RolloutPlan plan = makes(CRASHES);
        comes(1);
        comes(25 - 1);
        office.comes(25);
        rollouts.resume(new Actor("ada"), plan.id(), 25);
        comes(25);
        comes(73);
        rollouts.resume(new Actor("ada"), plan.id(), 100);
        comes(73);

        assertThat(rate()).isEqualTo(100);
    }

    @Test
    void aBadFigurePausesItAtOnce() {
        RolloutPlan plan = makes(CRASHES);
        comes(1);
        comes(2);

        rollouts.report(new Actor("ben"), plan.id(), "crash_rate", 3.5, "");

        assertThat(state(plan)).isEqualTo(State.PAUSED);
        assertThat(plans.find(plan.id()).orElseThrow().standing().reason())
                .isEqualTo("crash_rate is 3.5, and shall be at most 2.0");
    }

    @Test
    void nobodyLetsItGoOnWhileACheckFails() {
        RolloutPlan plan = makes(CRASHES);
        comes(1);
        rollouts.report(new Actor("ben"), plan.id(), "crash_rate", 3.5, "");
        comes(30);

        assertThatThrownBy(() -> rollouts.resume(new Actor("ada"), plan.id(), 25))
                .hasMessageContaining("does not go on while a check fails");
    }

    @Test
    void aStepThatWasLetGoDoesNotGoOnceNothingIsKnownAnyMore() {
        office.requires("release", "releng", 1);
        RolloutPlan plan = makes(CRASHES);
        office.signs("ben", set(plan, 1), "releng");
        comes(1);
        office.comes(25);
        rollouts.report(new Actor("ben"), plan.id(), "crash_rate", 0.1, "");
        comes(25);
        assertThat(plans.find(plan.id()).orElseThrow().cleared()).isEqualTo(2);

        comes(40);
        office.signs("ben", set(plan, 2), "releng");
        comes(40);

        assertThat(rate()).isEqualTo(1);
        assertThat(state(plan)).isEqualTo(State.PAUSED);
        rollouts.resume(new Actor("ada"), plan.id(), 25);
        comes(41);
        assertThat(rate()).isEqualTo(25);
    }

    @Test
    void thatAMonitorCannotFindOutEndsNoFailure() {
        RolloutPlan plan = makes(CRASHES);
        comes(1);
        rollouts.report(new Actor("ben"), plan.id(), "crash_rate", 3.5, "");
        rollouts.report(new Actor("ada"), plan.id(), "crash_rate", null, "it does not answer");
        comes(30);

        assertThatThrownBy(() -> rollouts.resume(new Actor("ada"), plan.id(), 25))
                .hasMessageContaining("does not go on while a check fails");
    }

    @Test
    void norDoesWhoeverPlannedItSayThatItGoesWell() {
        RolloutPlan plan = makes(CRASHES);
        comes(1);
        rollouts.report(new Actor("ben"), plan.id(), "crash_rate", 3.5, "");

        assertThatThrownBy(() -> rollouts.report(new Actor("ada"), plan.id(), "crash_rate", 0.1, ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("must come from somebody else");

        rollouts.report(new Actor("ben"), plan.id(), "crash_rate", 0.1, "");
        rollouts.resume(new Actor("ada"), plan.id(), 25);
        assertThat(state(plan)).isEqualTo(State.GOING);
    }

    @Test
    void aStepThatWasWithdrawnIsNotPassedOverByItself() {
        RolloutPlan plan = makes();
        comes(1);
        office.sets.withdraw(new Actor("ada"), set(plan, 2), null);

        comes(73);

        assertThat(rate()).isEqualTo(1);
        assertThat(state(plan)).isEqualTo(State.PAUSED);
    }

    @Test
    void everythingOfItIsScheduledOrNothing() {
        NewPlan wrong = new NewPlan(
                "R2",
                Office.PRODUCT,
                "release",
                new ReleaseName("R2"),
                null,
                null,
                List.of(
                        new NewPlan.Step(Duration.ZERO, 1),
                        new NewPlan.Step(Duration.ofHours(1), 50, null, new ReleaseName("Missing"), null)),
                List.of());

        assertThatThrownBy(() -> scheduler.make(new Actor("ada"), wrong)).isInstanceOf(RefusedException.class);

        assertThat(office.sets.inState("pending", 10)).isEmpty();
        assertThat(plans.count()).isZero();
    }

    @Test
    void aWatershedComesFirstAndEsrLater() {
        office.live(rule("esr", "R1"), release("Watershed"));
        RolloutPlan plan = scheduler.make(
                new Actor("ada"),
                new NewPlan(
                        "R2",
                        Office.PRODUCT,
                        "release",
                        new ReleaseName("R2"),
                        null,
                        null,
                        List.of(
                                new NewPlan.Step(
                                        Duration.ofHours(1), 100, null, new ReleaseName("Watershed"), "<115.0"),
                                new NewPlan.Step(Duration.ofHours(2), 100),
                                new NewPlan.Step(Duration.ofHours(3), 100, "esr", null, null)),
                        List.of()));

        comes(1);
        assertThat(office.rule(3).mapping()).isEqualTo(new ReleaseName("Watershed"));
        assertThat(office.rule(3).priority()).isGreaterThan(office.rule(1).priority());
        assertThat(office.mapsTo(1)).isEqualTo("R1");
        comes(2);
        comes(3);
        comes(4);

        assertThat(office.mapsTo(1)).isEqualTo("R2");
        assertThat(office.mapsTo(2)).isEqualTo("R2");
        assertThat(state(plan)).isEqualTo(State.OVER);
    }

    @Test
    void aRuleThatIsThereForNobodyYetIsMade() {
        RolloutPlan plan = scheduler.make(
                new Actor("ada"),
                new NewPlan(
                        "R2 on beta",
                        Office.PRODUCT,
                        "beta",
                        new ReleaseName("R2"),
                        null,
                        null,
                        List.of(new NewPlan.Step(Duration.ZERO, 10), new NewPlan.Step(Duration.ofHours(1), 100)),
                        List.of()));

        comes(1);
        comes(2);

        assertThat(office.rule(2).channel()).isEqualTo("beta");
        assertThat(office.rule(2).backgroundRate()).isEqualTo(100);
        assertThat(state(plan)).isEqualTo(State.OVER);
    }

    @Test
    void whoeverGoesBackStopsIt() {
        RolloutPlan plan = makes();
        comes(1);
        office.directly("ben", Wishes.edit(1, "mapping", "R1", "backgroundRate", 100, "fallbackMapping", null));

        comes(24);
        comes(73);

        assertThat(office.mapsTo(1)).isEqualTo("R1");
        assertThat(rate()).isEqualTo(100);
        assertThat(state(plan)).isEqualTo(State.PAUSED);
        assertThatThrownBy(() -> rollouts.resume(new Actor("ada"), plan.id(), 25))
                .hasMessageContaining("rule 1 serves R1 to 100 % now, not R2 to 1 %");
    }

    @Test
    void soDoesWhoeverChangesWhatAllOthersGet() {
        RolloutPlan plan = makes();
        comes(1);
        office.directly("ben", Wishes.edit(1, "comment", "looked at", "fallbackMapping", null));

        comes(24);
        comes(73);

        assertThat(rate()).isEqualTo(1);
        assertThat(state(plan)).isEqualTo(State.PAUSED);
        assertThat(plans.find(plan.id()).orElseThrow().standing().reason())
                .isEqualTo("rule 1 says nothing as its fallbackMapping now, not R1: somebody changed it");
    }

    @Test
    void soDoesWhoeverChangesWhomTheRuleIsFor() {
        RolloutPlan plan = makes();
        comes(1);
        office.directly("ben", Wishes.edit(1, "comment", "looked at", "version", "<2.0"));

        comes(24);
        comes(73);

        assertThat(rate()).isEqualTo(1);
        assertThat(plans.find(plan.id()).orElseThrow().standing().reason())
                .isEqualTo("rule 1 says <2.0 as its version now, not nothing: somebody changed it");
    }

    @Test
    void aStepIsSignedWithAllThatItsClientsGet() {
        office.requires("release", "releng", 1);
        RolloutPlan plan = makes();
        office.signs("ben", set(plan, 2), "releng");
        office.signs("ben", set(plan, 1), "releng");

        comes(1);
        comes(25);

        assertThat(rate()).isEqualTo(25);
        assertThat(office.rule(1).mapping()).isEqualTo(new ReleaseName("R2"));
    }

    @Test
    void aStepThatWasMovedLaterWaits() {
        RolloutPlan plan = makes();
        mover.move(new Actor("ada"), plan.id(), 2, office.hour(30), true);
        comes(1);

        comes(25);
        assertThat(rate()).isEqualTo(1);
        comes(30);
        assertThat(rate()).isEqualTo(25);
        comes(77);
        assertThat(rate()).isEqualTo(25);
        comes(78);
        assertThat(rate()).isEqualTo(100);
    }

    @Test
    void beforeTheFirstStepThereIsNoneToWaitFor() {
        RolloutPlan plan = makes();
        mover.move(new Actor("ada"), plan.id(), 1, office.hour(2), true);

        assertThat(plans.find(plan.id()).orElseThrow().steps())
                .extracting(PlanStep::soak)
                .containsExactly(Duration.ZERO, Duration.ofHours(23), Duration.ofHours(48));
    }

    @Test
    void whatIsMovedMustBeSignedAgain() {
        office.requires("release", "releng", 1);
        RolloutPlan plan = makes();
        office.signs("ben", set(plan, 2), "releng");

        mover.move(new Actor("ada"), plan.id(), 2, office.hour(30), false);

        assertThat(office.standing(set(plan, 2)).counted()).isEmpty();
    }

    @Test
    void whatWasDoneIsTold() {
        RolloutPlan plan = makes();
        rollouts.stop(new Actor("fay"), plan.id(), "it crashes");
        rollouts.resume(new Actor("ada"), plan.id(), 1);

        assertThat(plans.events(plan.id()))
                .extracting(PlanEvent::act)
                .containsExactly(PlanEvent.Act.RESUMED, PlanEvent.Act.STOPPED, PlanEvent.Act.MADE);
    }

    @Test
    void anEditOfAStepShowsInWhatIsNamed() {
        RolloutPlan plan = makes();
        comes(1);
        office.edits("ada", set(plan, 2), Wishes.edit(1, "backgroundRate", 50));
        rollouts.stop(new Actor("fay"), plan.id(), "");

        assertThatThrownBy(() -> rollouts.resume(new Actor("ada"), plan.id(), 25))
                .hasMessageContaining("is 50 %");
        assertThat(office.sets.find(set(plan, 2)).orElseThrow().state()).isInstanceOf(ChangeSet.Pending.class);
    }
}
