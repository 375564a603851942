package dev.rehearsal.ui.mappings;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.ScopeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A choice of how much of the queue a test channel shows. */
class ScopeChoice extends Div {

    private static final Messages MESSAGES = Messages.beside(ScopeChoice.class);

    private enum Kind {
        WHOLE_QUEUE,
        NEXT_ONLY,
        UP_TO,
        ONLY;

        String label() {
            return MESSAGES.get("scope." + name().toLowerCase(Locale.ROOT));
        }
    }

    private final Select<Kind> kind = new Select<>();
    private final ComboBox<Scope> set = new ComboBox<>(MESSAGES.get("scope.change-set"));
    private List<ChangeSet> queue = List.of();

    ScopeChoice(Runnable onChange) {
        addClassName("scope-choice");
        kind.setLabel(MESSAGES.get("column.shows"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(Kind::label);
        kind.setValue(Kind.WHOLE_QUEUE);
        kind.addValueChangeListener(change -> {
            offerSets();
            if (change.isFromClient()) {
                onChange.run();
            }
        });
        set.setManualValidation(true);
        set.setItemLabelGenerator(scope -> ScopeFormatter.said(scope, queue));
        set.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onChange.run();
            }
        });
        add(kind, set);
        offerSets();
    }

    void offer(List<ChangeSet> pending) {
        if (pending.equals(queue)) {
            return;
        }
        queue = pending;
        Scope chosen = set.getValue();
        offerSets();
        if (chosen != null && names(chosen, kind.getValue())) {
            set.setValue(chosen);
        }
    }

    private void offerSets() {
        Kind chosen = kind.getValue();
        set.setVisible(chosen == Kind.UP_TO || chosen == Kind.ONLY);
        set.setItems(queue.stream().map(pending -> scope(chosen, pending.id())).toList());
    }

    private static Scope scope(Kind kind, ChangeSetId set) {
        return switch (kind) {
            case WHOLE_QUEUE -> new Scope.WholeQueue();
            case NEXT_ONLY -> new Scope.NextOnly();
            case UP_TO -> new Scope.UpTo(set);
            case ONLY -> new Scope.Only(set);
        };
    }

    private static boolean names(Scope scope, Kind kind) {
        return kindOf(scope) == kind;
    }

    private static Kind kindOf(Scope scope) {
        return switch (scope) {
            case Scope.WholeQueue() -> Kind.WHOLE_QUEUE;
            case Scope.NextOnly() -> Kind.NEXT_ONLY;
            case Scope.UpTo _ -> Kind.UP_TO;
            case Scope.Only _ -> Kind.ONLY;
        };
    }

    /** Returns the chosen scope; null as long as a set is to be chosen and none is. */
    @Nullable
    Scope value() {
        return switch (kind.getValue()) {
            case WHOLE_QUEUE -> new Scope.WholeQueue();
            case NEXT_ONLY -> new Scope.NextOnly();
            case UP_TO, ONLY -> set.getValue();
        };
    }

    void setValue(Scope scope) {
        kind.setValue(kindOf(scope));
        switch (scope) {
            case Scope.WholeQueue(), Scope.NextOnly() -> {}
            case Scope.UpTo _, Scope.Only _ -> set.setValue(scope);
        }
    }
}
