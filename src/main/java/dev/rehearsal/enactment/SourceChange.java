package dev.rehearsal.enactment;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.RowKind;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a followed source would make of one row: all of the row, as Balrog keeps it, and not only what differs.
 */
public sealed interface SourceChange {

    /** @param row with whatever id and version: it gets a reserved id here */
    record AddedRule(Rule row) implements SourceChange {}

    record EditedRule(RuleId rule, Rule row) implements SourceChange {}

    record RemovedRule(RuleId rule) implements SourceChange {}

    record AddedRelease(ReleaseName name, String product, boolean readOnly, Map<String, ContentHash> parts)
            implements SourceChange {}

    /**
     * @param product null where it stays
     * @param readOnly null where it stays
     * @param parts by path, null for one that goes; those that are not named stay
     * @param whole whether parts that are not named go
     */
    record EditedRelease(
            ReleaseName name,
            @Nullable String product,
            @Nullable Boolean readOnly,
            Map<String, @Nullable ContentHash> parts,
            boolean whole)
            implements SourceChange {}

    record RemovedRelease(ReleaseName name) implements SourceChange {}

    /** @param mapping null where the pin goes */
    record EditedPin(Pins.Key pin, @Nullable ReleaseName mapping) implements SourceChange {}

    /**
     * @param before null for a row that is added
     * @param after null for a row that is removed
     */
    record EditedRow<R>(
            RowKind<R> kind, @Nullable R before, @Nullable R after) implements SourceChange {}
}
