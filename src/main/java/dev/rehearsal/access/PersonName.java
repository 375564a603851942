package dev.rehearsal.access;

import dev.rehearsal.problem.RefusedException;
import java.text.Normalizer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the names of people, and of the roles that they hold. */
final class PersonName {

    private static final int LONGEST = 100;
    private static final int LONGEST_ROLE = 50;

    /** The holder of the configured token is in no table; URLs say {@code current} for whoever asks, and the journal nobody. */
    private static final Set<String> TAKEN = Set.of("bootstrap", "current", "nobody");

    /** What the journal says of what nobody asked for. */
    private static final Set<String> WRITES_BY_ITSELF = Set.of("enactor", "import", "mirror", "retention");

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

    /**
     * Checks the name of somebody new, whom nobody shall take for somebody else. Those who are there keep theirs.
     *
     * @throws RefusedException if nobody new can be called this
     */
    static void checkNew(String name) {
        checked(name);
        if (isOfProgram(name)) {
            refuse("username", "'" + name + "' is what the program calls itself: choose another name");
        }
        if (!name.codePoints().allMatch(PersonName::isSeen)) {
            refuse("username", "must be a name without characters that nobody sees");
        }
        String usual = Normalizer.normalize(name, Normalizer.Form.NFKC);
        if (!usual.equals(name)) {
            refuse("username", "must be written with the usual letters: it looks like '%s'".formatted(usual));
        }
    }

    /** Whether the program itself writes under this name. */
    static boolean isOfProgram(String name) {
        return WRITES_BY_ITSELF.contains(name);
    }

    private static @Nullable String problem(String name, int longest) {
        if (name.isBlank() || !name.strip().equals(name) || name.chars().anyMatch(Character::isISOControl)) {
            return "must be a name, without spaces at its ends";
        }
        return name.length() > longest ? "may have at most " + longest + " characters" : null;
    }

    /** Whether this is a character that shows, and leaves the order and the end of a line as they are. */
    static boolean isSeen(int symbol) {
        return switch (Character.getType(symbol)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static void refuse(String field, @Nullable String problem) {
        if (problem != null) {
            throw RefusedException.invalid(field, problem);
        }
    }
}
