package dev.rehearsal.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values by the beginnings of texts: finds all that a text begins with, the longest first, in logarithmic time and
 * without making objects.
 */
final class PrefixMap<V> {

    private static final int NONE = -1;
    private static final int ASCII = 127;

    /** Sorted, so that what a text begins with is what sorts just before it, or begins that. */
    private final String[] prefixes;

    private final int[] nextShorter;
    private final List<V> values;
    /** Which characters a prefix may begin with: most places of a text are settled by theirs. */
    private final boolean[] beginnings = new boolean[ASCII + 1];

    private PrefixMap(String[] prefixes, int[] nextShorter, List<V> values) {
        this.prefixes = prefixes;
        this.nextShorter = nextShorter;
        this.values = values;
        for (String prefix : prefixes) {
            beginnings[prefix.charAt(0) & ASCII] = true;
        }
    }

    /** @param byPrefix no empty prefix */
    static <V> PrefixMap<V> of(Map<String, V> byPrefix) {
        SortedMap<String, V> sorted = new TreeMap<>(byPrefix);
        String[] prefixes = sorted.keySet().toArray(String[]::new);
        int[] nextShorter = new int[prefixes.length];
        for (int i = 0; i < prefixes.length; i++) {
            int shorter = i - 1;
            while (shorter != NONE && !prefixes[i].startsWith(prefixes[shorter])) {
                shorter = nextShorter[shorter];
            }
            nextShorter[i] = shorter;
        }
        return new PrefixMap<>(prefixes, nextShorter, List.copyOf(sorted.values()));
    }

    /** The value of exactly this prefix; null if it has none. */
    @Nullable
    V get(String prefix) {
        int index = Arrays.binarySearch(prefixes, prefix);
        return index < 0 ? null : values.get(index);
    }

    /** The longest prefix that the text has from {@code start} on; negative if it has none. */
    int longestOf(String text, int start) {
        if (start >= text.length() || !beginnings[text.charAt(start) & ASCII]) {
            return NONE;
        }
        int candidate = lastNotAfter(text, start);
        while (candidate != NONE && !text.startsWith(prefixes[candidate], start)) {
            candidate = nextShorter[candidate];
        }
        return candidate;
    }

    private int lastNotAfter(String text, int start) {
        int low = 0;
        int high = prefixes.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (sortsAfter(prefixes[middle], text, start)) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return high;
    }

    /** The next shorter prefix that every text with this one has too; negative if there is none. */
    int nextShorter(int index) {
        return nextShorter[index];
    }

    V value(int index) {
        return values.get(index);
    }

    private static boolean sortsAfter(String prefix, String text, int start) {
        int shared = Math.min(prefix.length(), text.length() - start);
        for (int i = 0; i < shared; i++) {
            int order = prefix.charAt(i) - text.charAt(start + i);
            if (order != 0) {
                return order > 0;
            }
        }
        return prefix.length() > shared;
    }
}
