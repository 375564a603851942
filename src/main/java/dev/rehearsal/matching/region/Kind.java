package dev.rehearsal.matching.region;

import org.jspecify.annotations.Nullable;

/**
 * Values of one criterion that no rule at hand tells apart.
 *
 * @param value one of them; null where the client says nothing
 * @param from where they begin, such as {@code >= 115.0}; of values that have no order, their name; empty for the lowest
 * @param to where they end, such as {@code < 140.0}; of values that have no order, their name; empty for the highest
 * @param unnamed whether they are all those that no rule names
 */
record Kind(@Nullable Object value, String from, String to, boolean unnamed) {

    private static final String ABSENT = "not said";

    static Kind named(Object value, String name) {
        return new Kind(value, name, name, false);
    }

    static Kind other(@Nullable Object value) {
        return new Kind(value, "", "", true);
    }

    /** Returns what a client says that says nothing of this. */
    static Kind absent(@Nullable Object value) {
        return new Kind(value, ABSENT, ABSENT, false);
    }

    boolean isAbsent() {
        return from.equals(ABSENT);
    }
}
