package dev.rehearsal.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition that is put together from parts, with the values that it asks for. */
public final class Conditions {

    private final List<String> parts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** @param part with a question mark for each value */
    public Conditions and(String part, Object... asked) {
        parts.add(part);
        values.addAll(List.of(asked));
        return this;
    }

    public Conditions andIfGiven(String part, @Nullable Object asked) {
        return asked == null ? this : and(part, asked);
    }

    public String sql() {
        return parts.isEmpty() ? "true" : String.join(" and ", parts);
    }

    public List<Object> values() {
        return values;
    }
}
