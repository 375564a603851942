package dev.rehearsal.enactment;

/**
 * A rollout holds a set that is one of its steps from going live: nobody passes over it, and it ends when the rollout
 * goes on.
 *
 * @param plan its number
 * @param isPaused whether somebody must let it go on
 * @param why a sentence without a full stop
 */
public record PlanHold(long plan, boolean isPaused, String why) {

    String sentence() {
        return "rollout %d does not go on with this step: %s".formatted(plan, why);
    }
}
