package dev.rehearsal.enactment;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.approval.UrgentRole;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.Effect;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Transition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what two people with urgent roles may pass over together, once both have signed a set as it is: the signoffs of
 * exactly the pairs that name their roles. What rows ask for falls under it only if every pair that asks for it is
 * passed over.
 *
 * @param counted the signoffs of the set that count
 */
record UrgentSigners(SignoffPolicy policy, List<Signoff> counted) {

    /** Returns what is left to be signed. */
    Requirements left(NeededSignoffs needed, ChangedRows rows, List<Effect> effects) {
        Requirements ofRows = needed.of(rows.set().changes(), rows.transitions());
        boolean othersAsk = !needed.under(policy.without(this::isPassed))
                .of(rows.set().changes(), rows.transitions())
                .isEmpty();
        Requirements left = othersAsk ? ofRows : Requirements.NONE;
        for (Effect effect : effects) {
            ProductChannel pair = effect.pair();
            if (effect.needsSignoffs() && pair.product() != null && !isPassed(pair)) {
                left = left.and(policy.ofChannel(pair.product(), pair.channel()));
            }
        }
        return left;
    }

    /** The rows that a set changes where it stands. */
    record ChangedRows(ChangeSet set, List<Transition> transitions) {}

    /** Returns the pairs whose roles would do, but for that too few people have signed. */
    List<Obstacle> tooFew(List<Effect> effects) {
        List<Obstacle> tooFew = new ArrayList<>();
        for (Effect effect : effects) {
            ProductChannel pair = effect.pair();
            Set<Role> roles = policy.urgentOf(pair.product(), pair.channel());
            if (effect.needsSignoffs() && !roles.isEmpty() && !isPassed(pair)) {
                tooFew.add(new Obstacle.TooFewUrgent(pair, roles, signers(roles)));
            }
        }
        return tooFew;
    }

    private boolean isPassed(RequiredSignoff required) {
        return isPassed(new ProductChannel(required.product(), required.channel()));
    }

    private boolean isPassed(ProductChannel pair) {
        Set<Role> roles = policy.urgentOf(pair.product(), pair.channel());
        return !roles.isEmpty() && signers(roles) >= UrgentRole.PEOPLE;
    }

    private int signers(Set<Role> roles) {
        Set<Actor> signers = new LinkedHashSet<>();
        counted.stream()
                .filter(signoff -> roles.contains(signoff.role()))
                .map(Signoff::by)
                .forEach(signers::add);
        return signers.size();
    }
}
