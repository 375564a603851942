package dev.rehearsal.ui.rules;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The start of a form of a rule.
 *
 * @param edited the rule that is edited: live, as the queue adds it, or as the queue leaves it; null where one is made
 * @param id that a rule which is made has already, since a set adds it; null for none
 * @param texts of the fields at first
 * @param isAfterQueue whether the rule is edited as the queue leaves it
 */
record RuleStart(
        @Nullable Rule edited,
        @Nullable RuleId id,
        @Nullable Integer dataVersion,
        Map<RuleField, String> texts,
        boolean isAfterQueue) {

    /** A new rule for everybody; empty texts for any product and channel. */
    static RuleStart anew(String product, String channel) {
        Map<RuleField, String> texts = new EnumMap<>(RuleField.class);
        texts.put(RuleField.PRODUCT, product);
        texts.put(RuleField.CHANNEL, channel);
        texts.put(RuleField.BACKGROUND_RATE, "100");
        texts.put(RuleField.UPDATE_TYPE, "minor");
        return new RuleStart(null, null, null, texts, false);
    }

    /** A new rule like this one; an alias belongs to one rule only. */
    static RuleStart copying(RuleTable.Row row) {
        Map<RuleField, String> texts = RuleEntry.textsOf(row.current());
        texts.put(RuleField.ALIAS, "");
        return new RuleStart(null, null, null, texts, false);
    }

    /** @param into a set that changes the rule already, and whose change of it is what is edited; null for none */
    static RuleStart editing(RuleTable.Row row, @Nullable ChangeSet into) {
        Change change = into == null ? null : changeOf(row.rule().id(), into);
        if (change instanceof Change.RuleAddition addition) {
            return new RuleStart(null, addition.rule().id(), null, RuleEntry.textsOf(addition.rule()), false);
        }
        boolean live = row.fate() != RuleTable.Fate.ADDED;
        Rule edited = row.current();
        Map<RuleField, String> texts = RuleEntry.textsOf(edited);
        if (change instanceof Change.RuleEdit edit) {
            edit.fields().forEach((field, value) -> texts.put(field, RuleEntry.text(value.value())));
        }
        return new RuleStart(edited, null, live ? edited.dataVersion() : null, texts, false);
    }

    /** Returns what comes after all that is queued for the rule. */
    static RuleStart afterQueue(RuleTable.Row row) {
        boolean live = row.fate() != RuleTable.Fate.ADDED;
        return new RuleStart(
                row.rule(), null, live ? row.current().dataVersion() : null, RuleEntry.textsOf(row.rule()), true);
    }

    boolean isGone(RuleTable table) {
        return edited != null && table.find(edited.id()).isEmpty();
    }

    /** Whether this is what the table still says of the rule; so is a start without one. */
    boolean isCurrent(RuleTable table) {
        return edited == null
                || table.find(edited.id())
                        .filter(row -> edited.equals(row.current()) || edited.equals(row.rule()))
                        .isPresent();
    }

    private static @Nullable Change changeOf(RuleId rule, ChangeSet set) {
        return set.changes().stream()
                .filter(change -> Objects.equals(ChangeSet.ruleOf(change), rule))
                .findFirst()
                .orElse(null);
    }

    RuleEntry entry(Map<RuleField, String> entered) {
        return new RuleEntry(edited, id, dataVersion, entered);
    }
}
