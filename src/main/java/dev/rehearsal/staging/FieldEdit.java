package dev.rehearsal.staging;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The value that an edit gives one field, with what its author saw there.
 *
 * @param value what the field shall be
 * @param live what was live when the edit was saved; for a row that only the queue adds, what was staged
 * @param staged what the sets before it made of the field when the edit was saved
 */
public record FieldEdit(
        @Nullable Object value,
        @Nullable Object live,
        @Nullable Object staged) {

    /** Whether the author knew of this value, or wants it anyway: otherwise somebody else's change would be lost. */
    public boolean mayReplace(@Nullable Object current) {
        return Objects.equals(current, live) || Objects.equals(current, staged) || Objects.equals(current, value);
    }
}
