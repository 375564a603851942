package dev.rehearsal.ui.preview;

import dev.rehearsal.blob.Release;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.Preview;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.StagedRules;
import dev.rehearsal.ui.frame.ChangingRule;
import dev.rehearsal.ui.frame.Mark;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.RuleFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the staged table, or one that the queue takes out of it.
 *
 * @param rule as it is staged; a removed one as it is live
 * @param was as it is live, of an edited row
 * @param by title of the last set that touched it
 * @param movedAway of a removed row: it goes on existing, for other channels
 * @param release what the queue does to the release that the rule serves, whoever touched the rule
 */
record PreviewRow(
        Mark mark,
        Rule rule,
        @Nullable Rule was,
        @Nullable String by,
        boolean movedAway,
        @Nullable ReleaseMark release) implements ChangingRule {

    private static final Messages MESSAGES = Messages.beside(PreviewRow.class);

    /** The marks of a release that a rule goes on to name tell what becomes of it. */
    enum ReleaseMark {
        ADDED,
        EDITED;

        String word() {
            return MESSAGES.get("release." + name().toLowerCase(Locale.ROOT));
        }
    }

    private static final Comparator<PreviewRow> EVALUATION_ORDER = Comparator.<PreviewRow>comparingInt(
                    row -> row.rule().priority())
            .reversed()
            .thenComparing(row -> row.rule().id());

    /** The key by which a row is known while the table changes around it. */
    record Key(long rule, boolean removed) {}

    Key key() {
        return new Key(rule.id().value(), mark == Mark.REMOVED);
    }

    /** The last set that touched it, and whether that leaves the rule to other clients; empty if none did. */
    String set() {
        String set = Objects.requireNonNullElse(by, "");
        return movedAway ? MESSAGES.get("row.moves", set) : set;
    }

    /** Whether any column of the row contains the text, old values included. */
    boolean mentions(String text, RuleFormatter formatter) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return mark.word().equals(wanted)
                || set().toLowerCase(Locale.ROOT).contains(wanted)
                || formatter.mentions(this, wanted);
    }

    boolean isChanged() {
        return mark != Mark.LIVE || release != null;
    }

    /** All rows in evaluation order, removed ones where they stand today. */
    static List<PreviewRow> of(Preview preview) {
        List<PreviewRow> rows = new ArrayList<>();
        Stage stage = preview.table().stage();
        for (StagedRules.Row row : preview.table().rules().rows()) {
            ReleaseMark release = releaseMark(stage, row.rule());
            rows.add(
                    switch (row.origin()) {
                        case StagedRules.Live() -> new PreviewRow(Mark.LIVE, row.rule(), null, null, false, release);
                        case StagedRules.Edited(Rule was, var _, ChangeSetId by) ->
                            new PreviewRow(Mark.EDITED, row.rule(), was, title(preview, by), false, release);
                        case StagedRules.Added(ChangeSetId by) ->
                            new PreviewRow(Mark.ADDED, row.rule(), null, title(preview, by), false, release);
                    });
        }
        for (StagedRules.RemovedRow row : preview.table().rules().removed()) {
            boolean movedAway = row.becomes() != null;
            rows.add(new PreviewRow(Mark.REMOVED, row.rule(), null, title(preview, row.by()), movedAway, null));
        }
        rows.sort(EVALUATION_ORDER);
        return List.copyOf(rows);
    }

    private static @Nullable ReleaseMark releaseMark(Stage stage, Rule rule) {
        ReleaseMark mapping = releaseMark(stage, rule.mapping());
        return mapping == null ? releaseMark(stage, rule.fallbackMapping()) : mapping;
    }

    private static @Nullable ReleaseMark releaseMark(Stage stage, @Nullable ReleaseName name) {
        Release staged = name == null ? null : stage.staged().releases().get(name);
        if (staged == null) {
            return null;
        }
        Release live = stage.live().releases().get(staged.name());
        if (live == null) {
            return ReleaseMark.ADDED;
        }
        return live.content().equals(staged.content()) ? null : ReleaseMark.EDITED;
    }

    private static String title(Preview preview, ChangeSetId by) {
        return preview.set(by).map(ChangeSet::title).orElse(MESSAGES.get("row.set", by.toString()));
    }
}
