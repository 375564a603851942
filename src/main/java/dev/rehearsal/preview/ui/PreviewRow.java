package dev.rehearsal.preview.ui;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.preview.Preview;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.StagedRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the staged table, or one that the queue takes out of it.
 *
 * @param rule as it is staged; a removed one as it is live
 * @param was as it is live, of an edited row
 * @param by title of the last set that touched it
 * @param movedAway of a removed row: it goes on existing, for other channels
 */
record PreviewRow(
        Mark mark, Rule rule, @Nullable Rule was, @Nullable String by, boolean movedAway) {

    private static final Comparator<PreviewRow> EVALUATION_ORDER = Comparator.<PreviewRow>comparingInt(
                    row -> row.rule().priority())
            .reversed()
            .thenComparing(row -> row.rule().id());

    /** What a row is known by while the table changes around it. */
    record Key(long rule, boolean removed) {}

    Key key() {
        return new Key(rule.id().value(), mark == Mark.REMOVED);
    }

    boolean isChanged() {
        return mark != Mark.LIVE;
    }

    /** All rows in evaluation order, removed ones where they stand today. */
    static List<PreviewRow> of(Preview preview) {
        List<PreviewRow> rows = new ArrayList<>();
        for (StagedRules.Row row : preview.table().rules().rows()) {
            rows.add(
                    switch (row.origin()) {
                        case StagedRules.Live() -> new PreviewRow(Mark.LIVE, row.rule(), null, null, false);
                        case StagedRules.Edited(Rule was, var _, ChangeSetId by) ->
                            new PreviewRow(Mark.EDITED, row.rule(), was, title(preview, by), false);
                        case StagedRules.Added(ChangeSetId by) ->
                            new PreviewRow(Mark.ADDED, row.rule(), null, title(preview, by), false);
                    });
        }
        for (StagedRules.RemovedRow row : preview.table().rules().removed()) {
            rows.add(new PreviewRow(Mark.REMOVED, row.rule(), null, title(preview, row.by()), row.becomes() != null));
        }
        rows.sort(EVALUATION_ORDER);
        return List.copyOf(rows);
    }

    private static String title(Preview preview, ChangeSetId by) {
        return preview.set(by).map(ChangeSet::title).orElse("change set " + by);
    }
}
