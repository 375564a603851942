package dev.rehearsal.insight.timemachine;

import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One rule at two times.
 *
 * @param before null where it did not match the channel then; the same holds for {@code after}
 */
public record RuleDifference(
        RuleId id, @Nullable Rule before, @Nullable Rule after) {

    public JournalEntry.Kind kind() {
        if (before == null) {
            return JournalEntry.Kind.ADDED;
        }
        return after == null ? JournalEntry.Kind.REMOVED : JournalEntry.Kind.EDITED;
    }

    /** The columns that differ; empty where there is only one of them. */
    public List<RuleField> fields() {
        Rule was = before;
        Rule becomes = after;
        return was == null || becomes == null
                ? List.of()
                : Arrays.stream(RuleField.values())
                        .filter(field -> !Objects.equals(field.read(was), field.read(becomes)))
                        .toList();
    }
}
