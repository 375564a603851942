package dev.rehearsal.insight.review;

import dev.rehearsal.access.Person;
import dev.rehearsal.approval.RailFinding;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.Obstacle;
import dev.rehearsal.enactment.PlanHold;
import dev.rehearsal.enactment.ReadinessCheck;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.NodeState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Finds what one person could let go that is kept back: by a guard rail, or since their rollout is paused. */
@Service
public class SetsKeptBack {

    private final ReadinessOverview readiness;
    private final ReadinessCheck check;

    SetsKeptBack(ReadinessOverview readiness, ReadinessCheck check) {
        this.readiness = readiness;
        this.check = check;
    }

    /** @param findings of the guard rails that the person may pass over */
    public record ToPass(ChangeSet set, List<RailFinding> findings) {}

    /**
     * A rollout that goes no further before somebody lets it.
     *
     * @param next the step that it is paused before
     */
    public record ToResume(ChangeSet next, PlanHold hold) {}

    /** In queue order: sets that guard rails keep back of which the person wrote nothing, but for steps that wait anyway. */
    public List<ToPass> toPass(NodeState state, Actor actor) {
        Person person = state.circumstances().person(actor);
        if (person.roles().isEmpty()) {
            return List.of();
        }
        ReadinessOverview.SignoffProgress progress = readiness.progress(state);
        List<ToPass> waiting = new ArrayList<>();
        for (ChangeSet set : state.queue()) {
            List<RailFinding> findings = state.circumstances().holds().containsKey(set.id())
                    ? List.of()
                    : progress.obstacles(set).stream()
                            .filter(Obstacle.RailInTheWay.class::isInstance)
                            .map(obstacle -> ((Obstacle.RailInTheWay) obstacle).finding())
                            .filter(finding -> finding.isJudged()
                                    && person.holds(finding.rail().passedBy()))
                            .toList();
            if (!findings.isEmpty() && check.maySign(actor, progress.writers(set), state.circumstances())) {
                waiting.add(new ToPass(set, findings));
            }
        }
        return List.copyOf(waiting);
    }

    /** In queue order: the rollouts of this person that are paused. */
    public List<ToResume> toResume(NodeState state, Actor actor) {
        List<ToResume> waiting = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (ChangeSet set : state.queue()) {
            PlanHold hold = state.circumstances().holds().get(set.id());
            if (hold != null && hold.isPaused() && set.author().equals(actor) && seen.add(hold.plan())) {
                waiting.add(new ToResume(set, hold));
            }
        }
        return List.copyOf(waiting);
    }
}
