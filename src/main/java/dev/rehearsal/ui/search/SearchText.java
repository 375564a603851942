package dev.rehearsal.ui.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search text is made of words which all must occur, upper and lower case alike.
 *
 * @param typed as it was typed or pasted, without blanks around it
 */
public record SearchText(String typed, List<String> words) {

    private static final int LONGEST = 200;
    private static final int LONGEST_TYPED = 4_000;

    public SearchText {
        words = List.copyOf(words);
    }

    public static SearchText of(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String typed = text.strip();
        return new SearchText(
                typed.length() > LONGEST_TYPED ? typed.substring(0, LONGEST_TYPED) : typed,
                Stream.of(bounded.toLowerCase(Locale.ROOT).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** A thing with how well it fits; smaller is better. */
    private record Ranked<T>(T thing, int rank) {}

    /**
     * The things of which each word occurs in some field: first those that have a word as a whole field, then those of which
     * a field begins with one.
     *
     * @param fields the texts of a thing, nulls left out; the most telling ones first
     * @param most how many at most
     */
    public <T> List<T> best(Stream<T> things, Function<T, List<@Nullable String>> fields, int most) {
        if (isEmpty()) {
            return List.of();
        }
        List<Ranked<T>> ranked = new ArrayList<>();
        things.forEach(thing -> {
            int rank = rank(fields.apply(thing));
            if (rank >= 0) {
                ranked.add(new Ranked<>(thing, rank));
            }
        });
        // Stable: among equals the order of the things stays.
        ranked.sort(Comparator.comparingInt(Ranked::rank));
        return ranked.stream().limit(most).map(Ranked::thing).toList();
    }

    /** The sum over the words; negative where one does not occur. */
    private int rank(List<@Nullable String> fields) {
        int sum = 0;
        for (String word : words) {
            int best = -1;
            for (String field : fields) {
                int rank = field == null ? -1 : rank(field, word);
                best = best < 0 ? rank : rank < 0 ? best : Math.min(best, rank);
            }
            if (best < 0) {
                return -1;
            }
            sum += best;
        }
        return sum;
    }

    private static int rank(String field, String word) {
        String text = field.toLowerCase(Locale.ROOT);
        int at = text.indexOf(word);
        if (at < 0) {
            return -1;
        }
        return text.length() == word.length() ? 0 : at == 0 ? 1 : 2;
    }
}
