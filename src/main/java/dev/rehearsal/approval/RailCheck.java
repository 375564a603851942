package dev.rehearsal.approval;

import dev.rehearsal.access.Person;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.ChangeSetId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks what guard rails say of a step: by what was found of exactly this step, and by who passes over it. It judges
 * nothing itself.
 */
public final class RailCheck {

    private final Map<Actor, Person> people = new HashMap<>();
    private final Evidence evidence;

    public RailCheck(Collection<Person> people, Evidence evidence) {
        people.forEach(person -> this.people.put(new Actor(person.name()), person));
        this.evidence = evidence;
    }

    /** The evidence is what is known of steps. */
    public interface Evidence {

        Evidence NONE = new Evidence() {
            @Override
            public Optional<RailJudgement> judgement(String terms, RailedStep step) {
                return Optional.empty();
            }

            @Override
            public List<RailPass> passes(RailedStep step) {
                return List.of();
            }
        };

        /** Returns what was found of exactly this step under these terms, and is still valid. */
        Optional<RailJudgement> judgement(String terms, RailedStep step);

        /** Returns who passes over rails for exactly this step, but for what was taken back, in the order in which they said so. */
        List<RailPass> passes(RailedStep step);

        /** Returns evidence with what is known of all of these read at once; of any other step it knows nothing. */
        default Evidence on(Collection<RailedStep> steps) {
            return this;
        }
    }

    /**
     * Says how a rail stands to a step.
     *
     * @param sets that do it: a pass is for the set that its giver looked at, and not for another that does the same
     * @param wrote whose passes do not count, nor what they chose to judge it by, since they wrote some of what is judged
     */
    public RailFinding finding(GuardRail rail, RailedStep step, Set<ChangeSetId> sets, Set<Actor> wrote) {
        return new RailFinding(
                rail,
                step,
                evidence.judgement(rail.terms(), step)
                        .map(judgement -> judgement.without(wrote))
                        .orElse(null),
                evidence.passes(step).stream()
                        .filter(pass -> pass.step().equals(step) && sets.contains(pass.set()))
                        .filter(pass -> pass.rail() == rail.id() && pass.terms().equals(rail.terms()))
                        .filter(pass -> counts(rail, pass) && !wrote.contains(pass.by()))
                        .toList());
    }

    /** Whether its giver holds the rail's role, without interruption since. */
    private boolean counts(GuardRail rail, RailPass pass) {
        Person by = people.get(pass.by());
        return by != null
                && !by.automation()
                && pass.role().equals(rail.passedBy())
                && by.holds(pass.role())
                && by.grantOf(pass.role()) == pass.grant();
    }
}
