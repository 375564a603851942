package dev.rehearsal.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operating systems that a rule asks for: alternatives separated by commas, each of terms joined by {@code &&} that
 * must all occur in what the query says. An empty term occurs everywhere (a Balrog fact).
 */
public final class OsVersionPattern {

    private final String[][] alternatives;
    private final @Nullable List<String> tellingTerms;

    private OsVersionPattern(String[][] alternatives) {
        this.alternatives = alternatives;
        List<String> longest =
                Arrays.stream(alternatives).map(OsVersionPattern::longest).toList();
        this.tellingTerms = longest.contains("") ? null : longest;
    }

    private static String longest(String[] terms) {
        return Arrays.stream(terms).max(Comparator.comparingInt(String::length)).orElseThrow();
    }

    public static OsVersionPattern of(String text) {
        List<String[]> alternatives = new ArrayList<>();
        for (String alternative : ValueList.split(text)) {
            alternatives.add(terms(alternative));
        }
        return new OsVersionPattern(alternatives.toArray(String[][]::new));
    }

    private static String[] terms(String alternative) {
        String[] terms = alternative.split("&&", -1);
        for (int i = 0; i < terms.length; i++) {
            terms[i] = terms[i].strip();
        }
        return terms;
    }

    boolean matches(String osVersion) {
        for (String[] terms : alternatives) {
            if (allOccur(terms, osVersion)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allOccur(String[] terms, String osVersion) {
        for (String term : terms) {
            if (!osVersion.contains(term)) {
                return false;
            }
        }
        return true;
    }

    /** The terms of each alternative. */
    public List<List<String>> alternatives() {
        return Arrays.stream(alternatives).map(List::of).toList();
    }

    /** Terms of which one occurs wherever this matches; null if it matches where none occurs. */
    @Nullable
    List<String> tellingTerms() {
        return tellingTerms;
    }
}
