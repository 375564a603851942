package dev.rehearsal.enactment.rollout;

import dev.rehearsal.access.Access;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.People;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says who may do what to a rollout: anybody of the product stops it, whoever may edit its rules lets it go on. */
@Component
public class PlanRights {

    private final People people;
    private final Access access;

    PlanRights(People people, Access access) {
        this.people = people;
        this.access = access;
    }

    /** Says why somebody may not stop rollouts of a product, or send figures of them; empty if they may. */
    public Optional<String> whyNotStop(Actor by, String product) {
        Person person = people.find(by);
        boolean hasPart = !person.roles().isEmpty()
                || person.permissions().values().stream()
                        .anyMatch(held ->
                                held.products().isEmpty() || held.products().contains(product));
        return hasPart
                ? Optional.empty()
                : Optional.of("%s has no part in '%s': it takes a role, or any permission for that product"
                        .formatted(by, product));
    }

    void requireStop(Actor by, String product) {
        whyNotStop(by, product).ifPresent(why -> {
            throw RefusedException.forbidden(why);
        });
    }

    void requireGoOn(Actor by, String product) {
        access.require(by, new RequiredPermission(PermissionName.RULE, Action.MODIFY, product));
    }
}
