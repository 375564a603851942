package dev.rehearsal.enactment.rollout;

import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.PlanHold;
import dev.rehearsal.enactment.PlanHolds;
import dev.rehearsal.enactment.rollout.store.PlanRecordStore;
import dev.rehearsal.enactment.rollout.store.PlanStore;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads rollouts, and says which of their steps may not go. */
@Service
public class Plans implements PlanHolds {

    private static final int MOST_EVENTS = 200;

    private final PlanStore store;
    private final PlanRecordStore records;
    private final ChangeQueue queue;

    Plans(PlanStore store, PlanRecordStore records, ChangeQueue queue) {
        this.store = store;
        this.records = records;
        this.queue = queue;
    }

    @Override
    public Map<ChangeSetId, PlanHold> held() {
        Map<ChangeSetId, PlanHold> held = new HashMap<>();
        store.held()
                .forEach((set, plan) ->
                        held.put(set, new PlanHold(plan.id(), plan.state() == RolloutPlan.State.PAUSED, why(plan))));
        return held;
    }

    private static String why(RolloutPlan plan) {
        String reason = Objects.requireNonNullElse(plan.standing().reason(), "no reason is given");
        return switch (plan.state()) {
            case GOING -> "it goes once its time has come, the step before is live and all checks are passed";
            case PAUSED -> "it is paused, since " + reason;
            case STOPPED ->
                "it was stopped by %s (%s)".formatted(plan.standing().by(), reason);
            case OVER -> "it is over";
        };
    }

    public Optional<RolloutPlan> find(long id) {
        return store.find(id);
    }

    public Optional<Progress> progress(long id) {
        return store.find(id).map(this::progress);
    }

    /** @throws RefusedException if there is none of this number */
    public Progress get(long id) {
        return progress(id).orElseThrow(() -> RefusedException.notFound("there is no rollout %d".formatted(id)));
    }

    /** Returns how far it has come, as the caller's transaction sees it. */
    public Progress progress(RolloutPlan plan) {
        Map<ChangeSetId, ChangeSet> sets = new HashMap<>();
        queue.all(plan.steps().stream().map(PlanStep::set).toList()).forEach(set -> sets.put(set.id(), set));
        return new Progress(
                plan,
                plan.steps().stream()
                        .map(step -> new StandingStep(step, Objects.requireNonNull(sets.get(step.set()))))
                        .toList());
    }

    /** Returns rollouts without the latest {@code offset}, the latest first. */
    public List<Progress> latest(long offset, int most) {
        return store.latest(offset, most).stream().map(this::progress).toList();
    }

    /** Returns the latest without their steps and checks. */
    public List<RolloutPlan> titles(int most) {
        return store.titles(most);
    }

    /** Returns those whose steps wait for somebody's decision, without their steps and checks. */
    public List<RolloutPlan> halted() {
        return store.halted();
    }

    public long count() {
        return store.count();
    }

    /** Returns what was done to one, the latest first. */
    public List<PlanEvent> events(long id) {
        return records.events(id, MOST_EVENTS);
    }

    List<Long> open() {
        return store.open();
    }
}
