package dev.rehearsal.enactment.rollout;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Duration;

/**
 * One step of a rollout.
 *
 * @param number from 1 on
 * @param set the change set that it is
 * @param channel whose clients it is about
 * @param percentage as it was planned; the set says what it is
 * @param soak at least how long the step before is live before this one may go
 */
public record PlanStep(
        int number, ChangeSetId set, String channel, ReleaseName release, int percentage, Duration soak) {}
