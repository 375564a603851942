package dev.rehearsal.enactment.rollout;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.WireNamed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release that comes to clients of a channel step by step.
 *
 * @param steps in the order in which they go
 * @param checks what must be seen before each step but the first
 * @param cleared up to which step sets may go while it is going
 */
public record RolloutPlan(
        long id,
        String title,
        String product,
        String liveChannel,
        ReleaseName release,
        Actor author,
        Instant createdAt,
        List<PlanStep> steps,
        List<PlanCheck> checks,
        Standing standing,
        int cleared,
        int dataVersion) {

    public RolloutPlan {
        steps = List.copyOf(steps);
        checks = List.copyOf(checks);
    }

    /** The states of a rollout tell whether steps may go. */
    public enum State implements WireNamed {
        GOING,
        /** A check was not passed, or could not say. */
        PAUSED,
        /** Somebody stopped it. */
        STOPPED,
        OVER
    }

    /**
     * The standing of a rollout is what it does now, and since when.
     *
     * @param reason a sentence without a full stop; null where there is nothing to tell
     */
    public record Standing(State state, @Nullable String reason, Actor by, Instant at) {}

    public State state() {
        return standing.state();
    }

    /** Whether the set of a step may go, as far as this is concerned. */
    public boolean letsGo(int step) {
        return state() == State.GOING && step <= cleared;
    }

    RolloutPlan standing(Standing next) {
        return with(steps, checks, next, cleared, dataVersion + 1);
    }

    RolloutPlan clearing(int step) {
        return with(steps, checks, standing, Math.max(step, cleared), dataVersion + 1);
    }

    public RolloutPlan with(List<PlanStep> its, List<PlanCheck> all) {
        return with(its, all, standing, cleared, dataVersion);
    }

    private RolloutPlan with(List<PlanStep> its, List<PlanCheck> all, Standing stands, int upTo, int version) {
        return new RolloutPlan(
                id, title, product, liveChannel, release, author, createdAt, its, all, stands, upTo, version);
    }
}
