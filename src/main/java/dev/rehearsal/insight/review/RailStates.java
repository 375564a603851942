package dev.rehearsal.insight.review;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.RailFinding;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.NodeState;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells what guard rails say of a set, and whether the signed-in user can pass over them: only for screens, since
 * services check again.
 */
@Component
class RailStates {

    private final ReadinessOverview readiness;

    RailStates(ReadinessOverview readiness) {
        this.readiness = readiness;
    }

    List<Review.RailState> of(NodeState state, ChangeSet set, Readiness standing, Actor viewer) {
        return standing.rails().stream()
                .map(finding -> new Review.RailState(
                        finding,
                        whyNot(state, set, finding, viewer),
                        finding.passes().stream().anyMatch(pass -> pass.by().equals(viewer)),
                        canPass(state, set, finding)))
                .toList();
    }

    private List<Actor> canPass(NodeState state, ChangeSet set, RailFinding finding) {
        return state.circumstances().holdersOf(finding.rail().passedBy()).stream()
                .filter(holder -> readiness.maySign(state, holder, set))
                .sorted(Comparator.comparing(Actor::name))
                .toList();
    }

    private @Nullable String whyNot(NodeState state, ChangeSet set, RailFinding finding, Actor viewer) {
        Person person = state.circumstances().person(viewer);
        Role role = finding.rail().passedBy();
        if (!finding.isJudged()) {
            return "It is being judged.";
        }
        if (!person.holds(role)) {
            return "You do not hold %s.".formatted(role);
        }
        if (!readiness.maySign(state, viewer, set)) {
            return person.automation()
                    ? "Automation passes over nothing."
                    : "You wrote this, so somebody else must pass over it.";
        }
        return null;
    }
}
