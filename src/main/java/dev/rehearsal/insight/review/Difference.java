package dev.rehearsal.insight.review;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.staging.ChangeId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A difference is what a set does to one row, however many changes it takes for it.
 *
 * @param row as people name it, such as {@code rule #204 firefox-release}
 * @param about whom the row is for, such as {@code Firefox on release}; empty if that says nothing
 * @param fields in the order that forms use
 * @param parts of a release, by path
 * @param change the first that is about the row
 */
public record Difference(Kind kind, String row, String about, List<Field> fields, List<Part> parts, ChangeId change) {

    public Difference {
        fields = List.copyOf(fields);
        parts = List.copyOf(parts);
    }

    /** The kinds of difference tell what becomes of the row. */
    public enum Kind {
        ADDED,
        EDITED,
        REMOVED
    }

    /** @param was null where there was nothing; @param becomes null where nothing is left */
    public record Field(
            String name, @Nullable String was, @Nullable String becomes) {}

    /** @param was null where the part is new; @param becomes null where it is removed */
    public record Part(
            String path,
            @Nullable ContentHash was,
            @Nullable ContentHash becomes) {}

    /** Returns the difference of this row after a further change. */
    Difference and(Difference further) {
        List<Field> allFields = new ArrayList<>(fields);
        allFields.addAll(further.fields);
        List<Part> allParts = new ArrayList<>(parts);
        allParts.addAll(further.parts);
        return new Difference(kind, row, about, allFields, allParts, change);
    }
}
