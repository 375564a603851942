package dev.rehearsal.ui.rules;

import dev.rehearsal.change.Proposal;
import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.ui.frame.OldAndNew;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of several rules to which the same is done.
 *
 * @param told the field as it is and becomes; of a rule that is deleted, what it serves
 * @param becomes the rule as it would be; null where it stays, leaves, or cannot be like that
 * @param proposal null where nothing would change
 */
record ManyRulesLine(
        RuleRow row,
        OldAndNew told,
        @Nullable Rule becomes,
        @Nullable Proposal proposal) {

    /** Gives a field of a rule this value; nothing changes where it has that already, or leaves with the queue. */
    static ManyRulesLine edited(RuleRow row, RuleField field, String text) {
        RuleStart start = RuleStart.editing(row.row(), null);
        Map<RuleField, String> texts = start.texts();
        texts.put(field, text);
        RuleEntry entry = start.entry(texts);
        Rule becomes = entry.rule();
        return becomes == null || entry.changesNothing() || leaves(row)
                ? untouched(row, field)
                : new ManyRulesLine(
                        row,
                        OldAndNew.of(value(row, field), RuleLabels.shown(field, field.read(becomes))),
                        becomes,
                        entry.proposal());
    }

    static ManyRulesLine untouched(RuleRow row, RuleField field) {
        String value = value(row, field);
        return new ManyRulesLine(row, OldAndNew.of(value, value), null, null);
    }

    static ManyRulesLine deleted(RuleRow row) {
        ManyRulesLine untouched = untouched(row, RuleField.MAPPING);
        boolean live = row.row().fate() != RuleTable.Fate.ADDED;
        Rule current = row.row().current();
        return leaves(row)
                ? untouched
                : new ManyRulesLine(
                        row,
                        untouched.told(),
                        null,
                        new Proposal.RemoveRule(current.id(), live ? current.dataVersion() : null));
    }

    private static @Nullable String value(RuleRow row, RuleField field) {
        return RuleLabels.shown(field, field.read(row.row().current()));
    }

    static boolean leaves(RuleRow row) {
        return row.row().fate() == RuleTable.Fate.REMOVED;
    }
}
