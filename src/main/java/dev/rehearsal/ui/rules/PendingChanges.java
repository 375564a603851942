package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.insight.preview.RuleTable.PendingChange;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ChangeSetLink;
import dev.rehearsal.ui.links.RuleNavigation;

/** A list of what each set in the queue does to a rule, in its turn. */
class PendingChanges extends OrderedList {

    private static final Messages MESSAGES = Messages.beside(PendingChanges.class);

    private final RuleRow row;
    private final Actor actor;

    PendingChanges(RuleRow row, Actor actor) {
        this.row = row;
        this.actor = actor;
        addClassName("pending-changes");
        row.row().pending().forEach(pending -> add(item(pending)));
        if (row.row().fate() == RuleTable.Fate.EDITED) {
            add(new ListItem(small(
                    MESSAGES.get("pending.after"),
                    () -> RuleNavigation.editAfterQueue(
                            getUI().orElseThrow(), row.rule().id()))));
        }
    }

    private static Button small(String text, Runnable onClick) {
        Button button = new Button(text, click -> onClick.run());
        button.addThemeNames("small");
        return button;
    }

    private ListItem item(PendingChange pending) {
        Div set = new Div(new ChangeSetLink(pending.set()));
        set.addClassName("set");
        Div facts = new Div(MESSAGES.parts(
                "pending.facts", Moment.due(pending.set()), pending.set().author()));
        facts.addClassName("facts");
        ListItem item = new ListItem(set, facts, changes(pending.change()));
        if (pending.leftOut()) {
            item.add(conflict(pending));
        }
        boolean own = pending.set().author().equals(actor) && !(pending.change() instanceof Change.RuleRemoval);
        if (own) {
            item.add(small(
                    MESSAGES.get("pending.edit"),
                    () -> RuleNavigation.edit(getUI().orElseThrow(), row.rule().id(), pending.set())));
        }
        return item;
    }

    private static Component changes(Change change) {
        return switch (change) {
            case Change.RuleAddition _ -> new Div(MESSAGES.get("pending.adds"));
            case Change.RuleRemoval _ -> new Div(MESSAGES.get("pending.removes"));
            case Change.RuleEdit edit -> {
                Div fields = new Div();
                for (RuleField field : RuleField.values()) {
                    FieldEdit value = edit.fields().get(field);
                    if (value != null) {
                        fields.add(new OldAndNewField(field, value.staged(), value.value()));
                    }
                }
                yield fields;
            }
            default -> throw new IllegalArgumentException(change + " is not about a rule");
        };
    }

    private Component conflict(PendingChange pending) {
        Stage stage = row.table().state().stages().wholeQueue();
        Div shown = new Div(
                new Chip(Tone.BAD, "✕", MESSAGES.get("odd.conflict")),
                new Text(" " + MESSAGES.get("pending.left-out")));
        stage.conflictOf(pending.set().id())
                .map(Conflict::reasons)
                .ifPresent(reasons -> reasons.forEach(reason -> shown.add(new Div(Sentence.of(reason.sentence())))));
        return shown;
    }
}
