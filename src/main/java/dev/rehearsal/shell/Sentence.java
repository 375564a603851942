package dev.rehearsal.shell;

import dev.rehearsal.refusal.Problem;
import dev.rehearsal.refusal.RefusedException;
import java.util.stream.Collectors;

/** What services say, as it stands on a page: with a capital letter and a full stop. */
public final class Sentence {

    private Sentence() {}

    public static String of(String said) {
        if (said.isEmpty()) {
            return said;
        }
        String begun = Character.toUpperCase(said.charAt(0)) + said.substring(1);
        return begun.endsWith(".") || begun.endsWith("!") || begun.endsWith("?") ? begun : begun + ".";
    }

    public static String of(Problem problem) {
        return of(problem.toString());
    }

    public static String of(RefusedException refused) {
        return refused.problems().stream().map(Sentence::of).collect(Collectors.joining(" "));
    }
}
