package dev.rehearsal.enactment;

import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.RailFinding;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.staging.Conflict;
import java.util.List;
import java.util.Optional;

/**
 * The readiness of a set tells how far it has come on its way to being live.
 *
 * @param required all signoffs that it needs
 * @param ballot the signoffs that were given, told apart by whether they count
 * @param gates what each gate says whose state the set changes, if it went alone
 * @param rails what each guard rail says whose channel the set changes, if it went alone
 * @param obstacles what is in the way; empty if it can go
 * @param staged why it is left out of the stage; test channels do not show it then
 * @param inTurn the set where it stands in the queue
 * @param alone the set on what is live
 */
public record Readiness(
        Requirements required,
        Ballot ballot,
        List<GateFinding> gates,
        List<RailFinding> rails,
        List<Obstacle> obstacles,
        Optional<Conflict> staged,
        Step inTurn,
        Step alone) {

    public Readiness {
        gates = List.copyOf(gates);
        rails = List.copyOf(rails);
        obstacles = List.copyOf(obstacles);
    }

    /** Returns the signoffs that count, in the order in which they were given. */
    public List<Signoff> counted() {
        return ballot.counted();
    }

    public boolean canGo() {
        return obstacles.isEmpty();
    }

    /** Whether nothing is in the way that is known: what guard rails have not judged yet is judged when it is tried. */
    public boolean canBeTried() {
        return obstacles.stream()
                .allMatch(obstacle ->
                        obstacle instanceof Obstacle.RailInTheWay(RailFinding finding) && !finding.isJudged());
    }

    public Requirements missing() {
        return required.missing(counted());
    }

    /** Says whether a signoff for this digest signs the set as it is, in its turn or alone. */
    public boolean isDigest(String digest) {
        return inTurn.digest().value().equals(digest) || alone.digest().value().equals(digest);
    }

    /** Whether somebody has to do something beyond signing and testing. */
    public boolean needsAttention() {
        return staged.isPresent()
                || obstacles.stream().anyMatch(obstacle -> switch (obstacle) {
                    case Obstacle.TooFewSigners _,
                            Obstacle.MayNot _,
                            Obstacle.RowMoved _,
                            Obstacle.Unmeetable _,
                            Obstacle.ChangesRequested _ -> true;
                    case Obstacle.GateClosed(GateFinding finding) -> finding.result() instanceof GateFinding.Failed;
                    case Obstacle.RailInTheWay(RailFinding finding) -> finding.isJudged();
                    case Obstacle.InConflict _, Obstacle.SignoffsMissing _, Obstacle.OthersGoAlong _ -> false;
                    case Obstacle.Frozen _, Obstacle.TooFewUrgent _, Obstacle.PlanWaits _ -> false;
                });
    }
}
