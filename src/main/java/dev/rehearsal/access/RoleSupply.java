package dev.rehearsal.access;

import dev.rehearsal.problem.RefusedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Knows which roles are needed, and refuses to leave too few people for them. */
@Component
class RoleSupply {

    private final ObjectProvider<RoleFloor> floors;

    RoleSupply(ObjectProvider<RoleFloor> floors) {
        this.floors = floors;
    }

    /** Whether any requirement or gate names this role. */
    boolean isNeeded(Role role) {
        return floors.stream().anyMatch(floor -> floor.names(role));
    }

    int requiredOf(Role role) {
        return floors.stream().mapToInt(floor -> floor.requiredOf(role)).max().orElse(0);
    }

    /**
     * Returns what cannot be met without this person in these roles, and could not before.
     *
     * @param after everybody as they would be
     * @throws RefusedException if something could not be met any more
     */
    List<String> refuseShortage(Collection<Person> before, Collection<Person> after, Person loser, Set<Role> roles) {
        for (Role role : roles) {
            int required = requiredOf(role);
            long remaining = after.stream().filter(person -> person.holds(role)).count();
            if (required > remaining) {
                throw RefusedException.invalid(
                        "",
                        "%d signoffs of the role '%s' are required somewhere, and without %s only %d could give one"
                                .formatted(required, role, loser.name(), remaining));
            }
        }
        Set<String> known = shortages(before).stream().map(Shortage::what).collect(Collectors.toSet());
        // Locking somebody out is always possible at once: that one author's sets wait is told, and can be mended
        // after.
        List<String> warnings = new ArrayList<>();
        for (Shortage shortage : shortages(after)) {
            if (!known.contains(shortage.what())) {
                warnings.add("without %s, %s".formatted(loser.name(), shortage.sentence()));
            } else if (shortage.roles().stream().anyMatch(roles::contains)) {
                warnings.add(shortage.sentence());
            }
        }
        return warnings;
    }

    private List<Shortage> shortages(Collection<Person> people) {
        return floors.stream()
                .flatMap(floor -> floor.shortages(people).stream())
                .toList();
    }
}
