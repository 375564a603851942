package dev.rehearsal.approval;

import dev.rehearsal.access.Role;
import dev.rehearsal.ledger.Actor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The FAILs of one state that block a gate. One that was given while holding the gate's role blocks, whatever becomes of
 * its giver, until they pass that state, or as many other holders as the gate asks passes lift it.
 *
 * @param verdicts in the order in which they were given
 * @param holds whether whoever gave a verdict holds a role without interruption since
 */
record StandingFails(Gate gate, List<Verdict> verdicts, BiPredicate<Role, Verdict> holds) {

    List<Actor> by() {
        Set<Actor> failing = new LinkedHashSet<>();
        for (Verdict verdict : verdicts) {
            if (verdict.outcome() == Outcome.FAIL && counts(verdict) && !isOver(verdict)) {
                failing.add(verdict.by());
            }
        }
        return List.copyOf(failing);
    }

    /** Where it is not on record who held what, those count who hold the role now. */
    private boolean counts(Verdict fail) {
        return fail.grants() == null ? holds.test(gate.role(), fail) : fail.heldAtTheTime(gate.role());
    }

    private boolean isOver(Verdict fail) {
        boolean revised = verdicts.stream()
                .anyMatch(later -> later.id() > fail.id()
                        && later.outcome() == Outcome.PASS
                        && later.by().equals(fail.by())
                        && later.person().equals(fail.person())
                        && (gate.testChannels().isEmpty()
                                || later.testChannel().equals(fail.testChannel())
                                || !gate.testChannels().contains(fail.testChannel())));
        return revised || lifters(fail) >= gate.passesRequired();
    }

    private long lifters(Verdict fail) {
        return verdicts.stream()
                .filter(later -> later.id() > fail.id() && later.outcome() == Outcome.LIFT)
                .filter(later -> !later.by().equals(fail.by()) && holds.test(gate.role(), later))
                .map(Verdict::by)
                .distinct()
                .count();
    }
}
