package dev.rehearsal.enactment.rollout;

import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.enactment.rollout.store.PlanPartStore;
import dev.rehearsal.enactment.rollout.store.PlanRecordStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Moves steps of rollouts to other times. A due time is part of what is signed: signoffs of what is moved lapse. */
@Service
public class StepMover {

    private final WriteLock writeLock;
    private final ChangeSets changeSets;
    private final Plans plans;
    private final PlanPartStore parts;
    private final PlanRecordStore records;

    StepMover(WriteLock writeLock, ChangeSets changeSets, Plans plans, PlanPartStore parts, PlanRecordStore records) {
        this.writeLock = writeLock;
        this.changeSets = changeSets;
        this.plans = plans;
        this.parts = parts;
        this.records = records;
    }

    /**
     * Moves a step that is not live yet.
     *
     * @param along whether all steps after it move by as much
     * @throws RefusedException if it would not stay between the steps before and after it
     */
    public void move(Actor by, long id, int number, Instant due, boolean along) {
        writeLock.write(by, WriteKind.QUEUE, write -> {
            Progress progress = plans.get(id);
            move(write, progress, step(progress, number), due, along);
            return id;
        });
    }

    /** Returns the steps that would get another due time, the one itself first. */
    public static List<StandingStep> moved(Progress progress, int number, boolean along) {
        return progress.steps().stream()
                .filter(step -> step.set().isOpen())
                .filter(step -> along ? step.number() >= number : step.number() == number)
                .toList();
    }

    private static StandingStep step(Progress progress, int number) {
        StandingStep step = progress.steps().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound(
                        "rollout %d has no step %d".formatted(progress.plan().id(), number)));
        if (!step.set().isOpen()) {
            throw RefusedException.conflict("step %d of rollout %d is over: it is not moved any more"
                    .formatted(number, progress.plan().id()));
        }
        return step;
    }

    private void move(Write write, Progress progress, StandingStep step, Instant due, boolean along) {
        Optional<Instant> before = before(progress, step);
        if (before.filter(due::isBefore).isPresent()) {
            throw RefusedException.invalid("when", "must not be before the step before it");
        }
        StandingStep after = progress.steps().stream()
                .filter(other -> other.number() > step.number() && other.set().isOpen())
                .findFirst()
                .orElse(null);
        if (!along && after != null && due.isAfter(after.set().due())) {
            throw RefusedException.invalid(
                    "when", "must not be after step %d: move the later steps along".formatted(after.number()));
        }
        Duration shift = Duration.between(step.set().due(), due);
        Map<ChangeSetId, Instant> dues = new LinkedHashMap<>();
        List<StandingStep> moved = new ArrayList<>(moved(progress, step.number(), along));
        moved.forEach(one -> dues.put(one.set().id(), one.set().due().plus(shift)));
        changeSets.reschedule(write, dues);
        before.ifPresent(
                since -> parts.updateSoak(write, progress.plan().id(), step.number(), Duration.between(since, due)));
        if (!along && after != null) {
            parts.updateSoak(
                    write,
                    progress.plan().id(),
                    after.number(),
                    Duration.between(due, after.set().due()));
        }
        records.insert(
                write,
                progress.plan(),
                new PlanEvent(
                        PlanEvent.Act.MOVED,
                        step.number(),
                        step.percentage(),
                        along ? "to %s, and all after it along".formatted(due) : "to %s".formatted(due),
                        write.by(),
                        write.at()));
    }

    /** Returns from when on the step before it counts: since it is live, or from its due time on; empty for the first. */
    private static Optional<Instant> before(Progress progress, StandingStep step) {
        return progress.steps().stream()
                .filter(other -> other.number() < step.number())
                .reduce((one, later) -> later)
                .map(other -> Objects.requireNonNullElse(
                        other.liveSince(), other.set().due()));
    }
}
