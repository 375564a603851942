package dev.rehearsal.matching;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values separated by commas, of which a query must have exactly one (a Balrog fact: spaces count, and {@code a,} also
 * names the empty value).
 */
record ValueList(Set<String> values) {

    static ValueList of(String text) {
        return new ValueList(Set.copyOf(split(text)));
    }

    boolean contains(@Nullable String value) {
        return value != null && values.contains(value);
    }

    static List<String> split(String text) {
        return List.of(text.split(",", -1));
    }
}
