package dev.rehearsal.enactment;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Obstacle;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.staging.Effect;
import dev.rehearsal.staging.Transition;
import java.util.List;
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
 */
record Step(
        ChangeSet set,
        List<Transition> transitions,
        List<Effect> effects,
        Requirements required,
        StepDigest digest,
        Ballot ballot,
        Set<Actor> writers,
        List<Obstacle> obstacles) {}
