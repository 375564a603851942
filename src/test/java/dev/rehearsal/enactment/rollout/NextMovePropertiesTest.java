package dev.rehearsal.enactment.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a rollout does by itself, whatever has become of its steps and whatever checks say. */
class NextMovePropertiesTest {

    private static final Actor ADA = new Actor("ada");
    private static final Instant START = Instant.EPOCH.plus(Duration.ofDays(1));

    static LongStream seeds() {
        return Seeds.upTo(5_000);
    }

    /** A rollout somewhere on its way, some checks, and a time. */
    private record Moment(Progress progress, List<CheckResult> results, Instant now) {

        NextMove move() {
            return NextMove.of(progress, results, now);
        }

        boolean has(CheckResult.Outcome outcome) {
            return results.stream().anyMatch(result -> result.outcome() == outcome);
        }
    }

    private static Moment moment(long seed) {
        Random chance = new Random(seed);
        List<PlanStep> steps = new ArrayList<>();
        List<StandingStep> standing = new ArrayList<>();
        int count = 1 + chance.nextInt(4);
        boolean goesOn = true;
        for (int number = 1; number <= count; number++) {
            PlanStep step = new PlanStep(
                    number,
                    new ChangeSetId(number),
                    "release",
                    new ReleaseName("R"),
                    number * 25,
                    Duration.ofHours(chance.nextInt(4)));
            steps.add(step);
            goesOn &= chance.nextInt(3) > 0;
            ChangeSet.State state = goesOn
                    ? new ChangeSet.Enacted(ADA, START.plus(Duration.ofHours(number)))
                    : switch (chance.nextInt(4)) {
                        case 0 -> new ChangeSet.Withdrawn(ADA, START);
                        case 1 -> new ChangeSet.Held();
                        default -> new ChangeSet.Pending();
                    };
            standing.add(new StandingStep(step, set(number, state, START.plus(Duration.ofHours(2 * number)))));
        }
        List<CheckResult> results = new ArrayList<>();
        for (int check = 0; check < chance.nextInt(4); check++) {
            CheckResult.Outcome[] all = CheckResult.Outcome.values();
            CheckResult.Outcome outcome =
                    chance.nextBoolean() ? CheckResult.Outcome.SUCCESS : all[chance.nextInt(all.length)];
            results.add(new CheckResult(new PlanCheck.NoFail(check), outcome, "it says " + outcome));
        }
        RolloutPlan.State[] states = RolloutPlan.State.values();
        RolloutPlan.State state =
                chance.nextInt(3) > 0 ? RolloutPlan.State.GOING : states[chance.nextInt(states.length)];
        RolloutPlan plan = new RolloutPlan(
                1,
                "R",
                "Firefox",
                "release",
                new ReleaseName("R"),
                ADA,
                START,
                steps,
                List.of(),
                new RolloutPlan.Standing(state, null, ADA, START),
                1 + chance.nextInt(count),
                1);
        return new Moment(new Progress(plan, standing), results, START.plus(Duration.ofHours(chance.nextInt(12))));
    }

    private static ChangeSet set(int number, ChangeSet.State state, Instant due) {
        return new ChangeSet(
                new ChangeSetId(number), "Step", ADA, START, due, state, List.of(), Map.of(), null, START, 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aStepIsLetGoOnlyWhereEveryCheckIsASuccess(long seed) {
        Moment moment = moment(seed);
        if (moment.move() instanceof NextMove.LetGo) {
            assertThat(moment.results())
                    .allSatisfy(result -> assertThat(result.outcome()).isEqualTo(CheckResult.Outcome.SUCCESS));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFailurePausesWhateverIsGoing(long seed) {
        Moment moment = moment(seed);
        if (moment.progress().plan().state() == RolloutPlan.State.GOING
                && moment.progress().next().isPresent()
                && moment.has(CheckResult.Outcome.FAILURE)) {
            assertThat(moment.move()).isInstanceOf(NextMove.Pause.class);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noDataPausesWhereTheTimeOfAStepHasCome(long seed) {
        Moment moment = moment(seed);
        Progress progress = moment.progress();
        boolean isTime = progress.next()
                .filter(step -> step.number() > progress.plan().cleared()
                        && !moment.now().isBefore(progress.earliest(step)))
                .isPresent();
        if (progress.plan().state() == RolloutPlan.State.GOING
                && isTime
                && (moment.has(CheckResult.Outcome.INCONCLUSIVE) || moment.has(CheckResult.Outcome.ERROR))) {
            assertThat(moment.move()).isInstanceOf(NextMove.Pause.class);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsStoppedOrPausedNeverGoesOnByItself(long seed) {
        Moment moment = moment(seed);
        if (moment.progress().plan().state() != RolloutPlan.State.GOING) {
            assertThat(moment.move()).isNotInstanceOfAny(NextMove.LetGo.class, NextMove.Pause.class);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aStepIsLetGoOnlyAfterTheOneBeforeWasLiveForItsTime(long seed) {
        Moment moment = moment(seed);
        if (moment.move() instanceof NextMove.LetGo(StandingStep step)) {
            StandingStep before = moment.progress().steps().get(step.number() - 2);
            assertThat(moment.now())
                    .isAfterOrEqualTo(Objects.requireNonNull(before.liveSince())
                            .plus(step.step().soak()));
            assertThat(moment.now()).isAfterOrEqualTo(step.set().due());
        }
    }
}
