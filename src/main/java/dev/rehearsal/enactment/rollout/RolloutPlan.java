package dev.rehearsal.enactment.rollout;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

    /** Whether steps may go. */
    public enum State {
        GOING,
        /** A check was not passed, or could not say. */
        PAUSED,
        /** Somebody stopped it. */
        STOPPED,
        OVER;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What it does now, and since when.
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
        return new RolloutPlan(
                id,
                title,
                product,
                liveChannel,
                release,
                author,
                createdAt,
                steps,
                checks,
                next,
                cleared,
                dataVersion + 1);
    }

    RolloutPlan clearing(int step) {
        return new RolloutPlan(
                id,
                title,
                product,
                liveChannel,
                release,
                author,
                createdAt,
                steps,
                checks,
                standing,
                Math.max(step, cleared),
                dataVersion + 1);
    }
}
