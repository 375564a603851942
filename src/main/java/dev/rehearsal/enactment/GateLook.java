package dev.rehearsal.enactment;

import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.GateCheck;
import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.Effect;
import dev.rehearsal.staging.ProductChannel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks up what gates say of the states that would be live. */
record GateLook(ApprovalContext now, DecisionRules rules, GateCheck.Evidence evidence) {

    List<GateFinding> findings(List<Effect> effects, List<Consequences> steps) {
        return now.gates().isEmpty() ? List.of() : findings(effects, steps, evidence.on(states(effects)));
    }

    /**
     * Returns what gates say: of nobody who wrote any of what changes a state does a pass of it count.
     *
     * @param known of these states at least
     */
    List<GateFinding> findings(List<Effect> effects, List<Consequences> steps, GateCheck.Evidence known) {
        GateCheck check = new GateCheck(now.gates(), now.people().values(), known);
        List<GateFinding> findings = new ArrayList<>();
        for (Effect effect : effects) {
            Set<Actor> wrote = RoleMakers.writersOf(effect.pair(), steps, rules);
            for (Gate gate : now.gates()) {
                if (Guards.isAbout(gate, effect.pair())) {
                    Set<Actor> without = new HashSet<>(wrote);
                    without.addAll(RoleMakers.madeHolders(gate.role(), effect.pair(), wrote, now, rules));
                    findings.add(check.finding(gate, stateAfter(effect), without, known));
                }
            }
        }
        return findings;
    }

    /** Returns the states that gates are asked about. */
    Set<TestedState> states(Collection<Effect> effects) {
        return now.gates().isEmpty()
                ? Set.of()
                : effects.stream().map(GateLook::stateAfter).collect(Collectors.toSet());
    }

    private static TestedState stateAfter(Effect effect) {
        String product = effect.pair().product();
        return new TestedState(
                product == null ? ProductChannel.ANY_OTHER : product,
                effect.pair().channel(),
                effect.fingerprintAfter());
    }
}
