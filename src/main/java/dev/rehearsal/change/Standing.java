package dev.rehearsal.change;

import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.staging.Conflict;
import java.util.List;
import java.util.Optional;

/**
 * How far a set has come on its way to being live, if it went alone.
 *
 * @param required all signoffs that it needs
 * @param counted the signoffs given that count: of people who hold the role still and wrote none of it
 * @param gates what each gate says whose state the set changes
 * @param obstacles what is in the way; empty if it can go
 * @param staged why it is left out of the stage; test channels do not show it then
 */
public record Standing(
        Requirements required,
        List<Signoff> counted,
        List<GateFinding> gates,
        List<Obstacle> obstacles,
        Optional<Conflict> staged) {

    public Standing {
        counted = List.copyOf(counted);
        gates = List.copyOf(gates);
        obstacles = List.copyOf(obstacles);
    }

    public boolean canGo() {
        return obstacles.isEmpty();
    }

    public Requirements missing() {
        return required.missing(counted);
    }

    /** Whether somebody has to do something beyond signing and testing. */
    public boolean needsAttention() {
        return staged.isPresent()
                || obstacles.stream().anyMatch(obstacle -> switch (obstacle) {
                    case Obstacle.TooFewSigners _, Obstacle.MayNot _, Obstacle.RowMoved _ -> true;
                    case Obstacle.GateClosed(GateFinding finding) -> finding.result() instanceof GateFinding.Failed;
                    case Obstacle.InConflict _, Obstacle.SignoffsMissing _ -> false;
                });
    }
}
