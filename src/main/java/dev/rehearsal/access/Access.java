package dev.rehearsal.access;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The one guard: every service that writes asks here, within its transaction. Screens and endpoints never guard. */
@Service
public class Access {

    private final People people;

    Access(People people) {
        this.people = people;
    }

    public boolean may(Actor actor, RequiredPermission required) {
        return people.find(actor).may(required);
    }

    /** @throws RefusedException with reason FORBIDDEN, naming what is missing */
    public void require(Actor actor, Collection<RequiredPermission> all) {
        Person person = people.find(actor);
        List<RequiredPermission> missing = all.stream()
                .filter(required -> !person.may(required))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            throw refusal(actor, missing, " and ");
        }
    }

    public void require(Actor actor, RequiredPermission required) {
        require(actor, List.of(required));
    }

    /** Refuses unless the person may do at least one deed of each of these lists. */
    public void requireEach(Actor actor, Collection<List<RequiredPermission>> each) {
        Person person = people.find(actor);
        for (List<RequiredPermission> any : each) {
            if (any.stream().noneMatch(person::may)) {
                throw refusal(actor, any, " or ");
            }
        }
    }

    private static RefusedException refusal(Actor actor, List<RequiredPermission> missing, String joined) {
        return RefusedException.forbidden("%s lacks the %s"
                .formatted(
                        actor,
                        missing.stream().map(RequiredPermission::toString).collect(Collectors.joining(joined))));
    }
}
