package dev.rehearsal.screens;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.enactment.SignoffService;
import dev.rehearsal.enactment.rollout.NewPlan;
import dev.rehearsal.enactment.rollout.PlanCheck;
import dev.rehearsal.enactment.rollout.PlanScheduler;
import dev.rehearsal.enactment.rollout.RolloutPlan;
import dev.rehearsal.enactment.rollout.RolloutService;
import dev.rehearsal.insight.preview.Previews;
import dev.rehearsal.insight.preview.StageSelection;
import dev.rehearsal.insight.review.TestVerdicts;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.sample.RunningDemo;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What people do at the demo before its screens are looked at, so that each has something to show: a set that is signed
 * in part, one in conflict, one that is live, one withdrawn, a draft, and a verdict on what is not served any more.
 */
final class BusyDay {

    private static final Actor ADA = new Actor("ada@rehearsal.example");
    private static final Actor CHIOMA = new Actor("chioma@rehearsal.example");
    private static final Actor DMITRI = new Actor("dmitri@rehearsal.example");
    private static final Actor GRETA = new Actor("greta@rehearsal.example");

    private static final RuleId PETREL_BETA = new RuleId(33);
    private static final RuleId SISKIN = new RuleId(43);
    private static final RuleId HERON_RELEASE_JA = new RuleId(877);
    private static final Role RELENG = new Role("releng");

    private final RunningDemo demo;
    private final ChangeSets changeSets;
    private final EnactmentService enactment;
    private final SignoffService signoffs;

    private BusyDay(RunningDemo demo) {
        this.demo = demo;
        changeSets = demo.bean(ChangeSets.class);
        enactment = demo.bean(EnactmentService.class);
        signoffs = demo.bean(SignoffService.class);
    }

    static void at(RunningDemo demo) {
        BusyDay day = new BusyDay(demo);
        day.signInPart();
        day.runIntoConflict();
        day.thinkBetterOfIt();
        day.testTooEarly();
        day.planARollout();
    }

    private void signInPart() {
        signoffs.sign(DMITRI, new ChangeSetId(1), RELENG, null);
    }

    /** The set that {@link Screen#CONFLICT} shows: what it replaces is not there any more. */
    private void runIntoConflict() {
        throttle(ADA, "Petrel beta to a tenth over the holidays", PETREL_BETA, 10, Duration.ofDays(3));
        ChangeSet sooner = throttle(DMITRI, "Halve Petrel beta: crashes", PETREL_BETA, 50, Duration.ofHours(1));
        signoffs.sign(ADA, sooner.id(), RELENG, null);
        enactment.enact(GRETA, sooner.id());
    }

    private void thinkBetterOfIt() {
        ChangeSet hasty = throttle(DMITRI, "Siskin to half", SISKIN, 50, Duration.ofDays(1));
        changeSets.withdraw(DMITRI, hasty.id(), null);
        changeSets.draft(
                ADA,
                "Siskin to three quarters",
                null,
                List.of(new Proposal.EditRule(SISKIN, null, Map.of("backgroundRate", 75))));
    }

    private void testTooEarly() {
        demo.bean(TestVerdicts.class)
                .give(
                        CHIOMA,
                        new TestVerdicts.Word(
                                "release-cdntest",
                                "Heron",
                                demo.bean(Previews.class)
                                        .of("release-cdntest", "Heron", new StageSelection.AsMapped())
                                        .table()
                                        .fingerprint(),
                                Outcome.PASS,
                                "Updated 135, 148 and 149 on Windows and macOS."));
        throttle(DMITRI, "Japanese follow at half", HERON_RELEASE_JA, 50, Duration.ofDays(2));
    }

    private void planARollout() {
        RolloutPlan plan = demo.bean(PlanScheduler.class)
                .make(
                        DMITRI,
                        new NewPlan(
                                "Dipper 4.10.2830 again, step by step",
                                "Dipper",
                                "beta",
                                new ReleaseName("Dipper-4.10.2830"),
                                null,
                                Instant.now().plus(Duration.ofHours(1)),
                                List.of(
                                        new NewPlan.Step(Duration.ZERO, 1),
                                        new NewPlan.Step(Duration.ofHours(24), 25),
                                        new NewPlan.Step(Duration.ofDays(3), 100)),
                                List.of(
                                        new PlanCheck.NoFail(1),
                                        new PlanCheck.Figure(2, "crash_rate", null, 2.0, Duration.ofHours(2)))));
        demo.bean(RolloutService.class).report(GRETA, plan.id(), "crash_rate", 1.4, "");
    }

    private ChangeSet throttle(Actor author, String title, RuleId rule, int percent, Duration from) {
        return changeSets.schedule(
                author,
                title,
                Instant.now().plus(from),
                List.of(new Proposal.EditRule(rule, null, Map.of("backgroundRate", percent))));
    }
}
