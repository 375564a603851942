package dev.rehearsal.enactment.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The next move of a rollout is what it does by itself: a failure never lets a step go, and neither does it that
 * nothing is known.
 */
public sealed interface NextMove {

    /** Nothing changes. */
    record Stay() implements NextMove {}

    /** Its set may go, as far as the rollout is concerned: whatever else it needs, it still needs. */
    record LetGo(StandingStep step) implements NextMove {}

    /** @param why a sentence without a full stop */
    record Pause(String why) implements NextMove {}

    record Finish() implements NextMove {}

    static NextMove of(Progress progress, List<CheckResult> results, Instant now) {
        RolloutPlan plan = progress.plan();
        Optional<StandingStep> next = progress.next();
        if (plan.state() == RolloutPlan.State.OVER) {
            return new Stay();
        }
        if (next.isEmpty()) {
            return new Finish();
        }
        if (plan.state() != RolloutPlan.State.GOING) {
            return new Stay();
        }
        Optional<CheckResult> worst = CheckResult.worst(results);
        if (worst.isPresent() && worst.get().outcome() == CheckResult.Outcome.FAILURE) {
            return new Pause(worst.get().sentence());
        }
        StandingStep step = next.get();
        if (step.number() <= plan.cleared()) {
            return progress.isBySomebody()
                    ? new Stay()
                    : worst.<NextMove>map(result -> new Pause(result.sentence()))
                            .orElseGet(Stay::new);
        }
        if (now.isBefore(progress.earliest(step))) {
            return new Stay();
        }
        if (progress.skipsBefore(step)) {
            return new Pause("a step before %d %% was withdrawn".formatted(step.percentage()));
        }
        return worst.<NextMove>map(result -> new Pause(result.sentence())).orElseGet(() -> new LetGo(step));
    }
}
