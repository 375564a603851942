package dev.rehearsal.enactment;

import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.RailCheck;
import dev.rehearsal.approval.RailFinding;
import dev.rehearsal.approval.RailedStep;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Effect;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks up what guard rails say of exactly what would go live. It judges nothing: what was not found out of just this step is
 * not known.
 */
record RailLook(ApprovalContext now, DecisionRules rules, RailCheck.Evidence evidence) {

    /** Returns what each rail says whose pair is changed. */
    List<RailFinding> findings(List<Effect> effects, List<Consequences> steps) {
        if (now.rails().isEmpty() || effects.isEmpty()) {
            return List.of();
        }
        return findings(effects, steps, evidence.on(steps(effects)));
    }

    /** @param known of these steps at least */
    List<RailFinding> findings(List<Effect> effects, List<Consequences> steps, RailCheck.Evidence known) {
        RailCheck check = new RailCheck(now.people().values(), known);
        Set<ChangeSetId> sets = steps.stream().map(Consequences::set).collect(Collectors.toSet());
        List<RailFinding> findings = new ArrayList<>();
        for (Effect effect : effects) {
            for (GuardRail rail : GuardRail.about(now.rails(), effect.pair())) {
                Set<Actor> wrote = RoleMakers.writersOf(effect.pair(), steps, rules);
                Set<Actor> without = new HashSet<>(wrote);
                without.addAll(RoleMakers.madeHolders(rail.passedBy(), effect.pair(), wrote, now, rules));
                findings.add(check.finding(rail, stepOf(effect), sets, without));
            }
        }
        return findings;
    }

    /** Returns the steps that rails would be asked about. */
    static Set<RailedStep> steps(Collection<Effect> effects) {
        return effects.stream().map(RailLook::stepOf).collect(Collectors.toSet());
    }

    /** Returns what nobody has judged yet, with what it is to be judged on. */
    static List<RailQuestion> questions(List<RailFinding> findings, Tables before, Tables after) {
        return findings.stream()
                .filter(finding -> !finding.isJudged())
                .map(finding -> new RailQuestion(finding.rail(), pairOf(finding.step()), finding.step(), before, after))
                .toList();
    }

    private static ProductChannel pairOf(RailedStep step) {
        return new ProductChannel(
                step.product().equals(ProductChannel.ANY_OTHER) ? null : step.product(), step.liveChannel());
    }

    private static RailedStep stepOf(Effect effect) {
        String product = effect.pair().product();
        return new RailedStep(
                product == null ? ProductChannel.ANY_OTHER : product,
                effect.pair().channel(),
                effect.fingerprintBefore(),
                effect.fingerprintAfter());
    }
}
