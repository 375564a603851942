package dev.rehearsal.enactment;

import dev.rehearsal.approval.Requirements;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.Effect;
import dev.rehearsal.staging.Transition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One set where it stands among others, judged on the tables that it would be laid over.
 *
 * @param transitions what it does to rows; empty if it is in conflict there, or changes configuration alone
 * @param effects the guarded pairs that it changes
 * @param required the signoffs that it needs
 * @param ballot which of those that were given count
 * @param writers everybody who wrote any of it, or of what it brings in
 * @param obstacles what keeps the set itself from going there; gates are judged for all sets that go together
 * @param inUrgency what is left of that about signoffs, where urgent roles pass over what they may
 */
public record Step(
        ChangeSet set,
        List<Transition> transitions,
        List<Effect> effects,
        Requirements required,
        StepDigest digest,
        Ballot ballot,
        Set<Actor> writers,
        List<Obstacle> obstacles,
        List<Obstacle> inUrgency) {

    /** Returns why it is in conflict where it stands, if it is. */
    public Optional<Conflict> conflict() {
        List<Conflict.Reason> reasons = obstacles.stream()
                .filter(Obstacle.InConflict.class::isInstance)
                .map(obstacle -> ((Obstacle.InConflict) obstacle).reason())
                .toList();
        return reasons.isEmpty() ? Optional.empty() : Optional.of(new Conflict(set.queued(), reasons));
    }
}
