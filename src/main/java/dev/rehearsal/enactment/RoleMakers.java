package dev.rehearsal.enactment;

import dev.rehearsal.access.Role;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.ProductChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells whose word does not count for a pair: of who wrote what changes there, and whom those have made holders lately. */
final class RoleMakers {

    private RoleMakers() {}

    /** Returns who wrote any of what these steps change there; nobody where authors may sign. */
    static Set<Actor> writersOf(ProductChannel pair, List<Consequences> steps, DecisionRules rules) {
        Set<Actor> wrote = new HashSet<>();
        if (!rules.authorMaySign()) {
            steps.stream().filter(step -> step.changed().contains(pair)).forEach(step -> wrote.addAll(step.writers()));
        }
        return wrote;
    }

    /** Returns whoever was given the role lately, or a way in, by somebody who wrote what is judged. */
    static Set<Actor> madeHolders(
            Role role, ProductChannel pair, Set<Actor> wrote, ApprovalContext now, DecisionRules rules) {
        Set<String> products = pair.product() == null ? Set.of() : Set.of(pair.product());
        SignoffCount count = new SignoffCount(now, rules, wrote, products);
        Set<Actor> made = new HashSet<>();
        now.people().forEach((actor, person) -> {
            if (person.holds(role) && (count.wasMadeHolder(person, role) || count.wasLetIn(actor))) {
                made.add(actor);
            }
        });
        return made;
    }
}
