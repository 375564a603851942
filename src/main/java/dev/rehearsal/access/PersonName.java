package dev.rehearsal.access;

import dev.rehearsal.problem.RefusedException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people, and the roles that they hold, can be called. */
final class PersonName {

    private static final int LONGEST = 100;
    private static final int LONGEST_ROLE = 50;

    /** The holder of the configured token is nobody in the tables; URLs say {@code current} for whoever asks. */
    private static final Set<String> TAKEN = Set.of("bootstrap", "current");

    private PersonName() {}

    /** Says what is wrong with a name, null for a name that somebody can have. */
    static @Nullable String problem(String name) {
        return TAKEN.contains(name) ? "'" + name + "' is not for people: choose another name" : problem(name, LONGEST);
    }

    /** @throws RefusedException if nobody can be called this */
    static String checked(String name) {
        refuse("username", problem(name));
        return name;
    }

    static Role checked(Role role) {
        refuse("role", problem(role.name(), LONGEST_ROLE));
        return role;
    }

    private static @Nullable String problem(String name, int longest) {
        if (name.isBlank() || !name.strip().equals(name) || name.chars().anyMatch(Character::isISOControl)) {
            return "must be a name, without spaces at its ends";
        }
        return name.length() > longest ? "may have at most " + longest + " characters" : null;
    }

    private static void refuse(String field, @Nullable String problem) {
        if (problem != null) {
            throw RefusedException.invalid(field, problem);
        }
    }
}
