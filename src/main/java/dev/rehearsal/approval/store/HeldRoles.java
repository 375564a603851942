package dev.rehearsal.approval.store;

import dev.rehearsal.access.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form in which a verdict keeps the roles of its giver: a line each, the number of the grant first. */
final class HeldRoles {

    private HeldRoles() {}

    static String write(Map<Role, Long> grants) {
        return grants.entrySet().stream()
                .map(grant -> grant.getValue() + " " + grant.getKey().name())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    static @Nullable Map<Role, Long> read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Map<Role, Long> grants = new HashMap<>();
        text.lines().forEach(line -> {
            int space = line.indexOf(' ');
            grants.put(new Role(line.substring(space + 1)), Long.parseLong(line.substring(0, space)));
        });
        return grants;
    }
}
