package dev.rehearsal.enactment.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a rollout has come.
 *
 * @param steps in the order in which they go
 */
public record Progress(RolloutPlan plan, List<StandingStep> steps) {

    public Progress {
        steps = List.copyOf(steps);
    }

    /** Returns the first step that is neither live nor withdrawn. */
    public Optional<StandingStep> next() {
        return steps.stream().filter(step -> step.set().isOpen()).findFirst();
    }

    /** Returns the last step that is live. */
    public Optional<StandingStep> reached() {
        return steps.stream().filter(StandingStep::isLive).reduce((one, later) -> later);
    }

    /** Returns when the last step that is live went so; null where none is. */
    public @Nullable Instant since() {
        return reached().map(StandingStep::liveSince).orElse(null);
    }

    /** Returns from when on a step may go: not before its time, and not before the one before it has been live for a while. */
    public Instant earliest(StandingStep step) {
        Instant due = step.set().due();
        Instant since = since();
        Instant waited = since == null ? due : since.plus(step.step().soak());
        return waited.isAfter(due) ? waited : due;
    }

    /** Whether a step between what is live and this one was withdrawn. */
    boolean skipsBefore(StandingStep step) {
        int from = reached().map(StandingStep::number).orElse(0);
        return steps.stream().anyMatch(one -> one.number() > from && one.number() < step.number());
    }
}
