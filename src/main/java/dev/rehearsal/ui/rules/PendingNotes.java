package dev.rehearsal.ui.rules;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.Change;
import dev.rehearsal.ui.frame.Messages;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes beside fields that somebody is about to edit say what the queue makes of them. */
final class PendingNotes {

    private static final Messages MESSAGES = Messages.beside(PendingNotes.class);

    private PendingNotes() {}

    /**
     * By field, such as {@code “Ship 150.0” makes it 25}.
     *
     * @param row that is edited; null for none
     * @param into the set that is edited itself; null for none
     */
    static Map<RuleField, String> of(@Nullable RuleRow row, RuleTable table, @Nullable ChangeSet into) {
        Map<RuleField, String> notes = new EnumMap<>(RuleField.class);
        if (row == null) {
            return notes;
        }
        table.find(row.rule().id())
                .ifPresent(current -> current.pending().stream()
                        .filter(pending -> into == null || !pending.set().id().equals(into.id()))
                        .filter(pending -> pending.change() instanceof Change.RuleEdit)
                        .forEach(pending -> ((Change.RuleEdit) pending.change())
                                .fields()
                                .forEach((field, value) -> notes.merge(
                                        field,
                                        note(pending.set().title(), RuleLabels.shown(field, value.value())),
                                        (one, other) -> one + "; " + other))));
        return notes;
    }

    private static String note(String set, @Nullable String value) {
        return value == null ? MESSAGES.get("note.empty", set) : MESSAGES.get("note", set, value);
    }
}
