package dev.rehearsal.enactment.rollout;

import dev.rehearsal.approval.Verdict;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.enactment.rollout.store.PlanRecordStore;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads what checks of rollouts ask for. */
@Component
public class PlanEvidence {

    private final Verdicts verdicts;
    private final PlanRecordStore records;
    private final WriteLock writeLock;
    private final LiveTables live;
    private final Rules rules;

    PlanEvidence(Verdicts verdicts, PlanRecordStore records, WriteLock writeLock, LiveTables live, Rules rules) {
        this.rules = rules;
        this.writeLock = writeLock;
        this.live = live;
        this.verdicts = verdicts;
        this.records = records;
    }

    /** Returns how each check of a rollout stands. */
    public List<CheckResult> results(Progress progress, Instant now) {
        return results(progress, List.of(), now);
    }

    /** @param fresh what was seen just now and is not kept yet */
    List<CheckResult> results(Progress progress, List<Reading> fresh, Instant now) {
        RolloutPlan plan = progress.plan();
        List<Verdict> words = plan.checks().stream().anyMatch(PlanCheck.NoFail.class::isInstance)
                ? verdicts.lastWords(plan.product(), plan.liveChannel())
                : List.of();
        List<Reading> readings = new ArrayList<>(records.latest(plan.id()));
        readings.addAll(fresh);
        List<PlanCheck> checks = new ArrayList<>(List.of(new PlanCheck.Unchanged()));
        checks.addAll(plan.checks());
        String undone = progress.reached()
                .flatMap(reached -> progress.undone(live.at(writeLock.version()), written(progress)))
                .orElse("");
        return new Evidence(words, readings, undone, progress.since(), plan.createdAt(), now).of(checks);
    }

    private Map<Long, List<Rule>> written(Progress progress) {
        return rules.writtenBy(progress.steps().stream()
                .filter(StandingStep::isLive)
                .map(step -> step.set().id().value())
                .toList());
    }

    List<Reading> latest(RolloutPlan plan) {
        return records.latest(plan.id());
    }
}
