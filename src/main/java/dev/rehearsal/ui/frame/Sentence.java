package dev.rehearsal.ui.frame;

import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes services' sentences as a screen shows them: they begin with a capital and end with a full stop. */
public final class Sentence {

    private Sentence() {}

    public static String of(String text) {
        if (text.isBlank()) {
            return text;
        }
        boolean ended = ".!?".indexOf(text.charAt(text.length() - 1)) >= 0;
        return text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                + text.substring(text.offsetByCodePoints(0, 1))
                + (ended ? "" : ".");
    }

    public static String of(Problem problem) {
        return of(PlaceFormatter.said(problem));
    }

    public static String of(RefusedException refused) {
        return refused.problems().stream().map(Sentence::of).collect(Collectors.joining(" "));
    }
}
