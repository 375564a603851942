package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.ui.frame.OldAndNew;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One field of a rule with its old and its new value. */
class OldAndNewField extends Div {

    OldAndNewField(RuleField field, @Nullable Object was, @Nullable Object becomes) {
        Span label = new Span(RuleLabels.label(field) + " ");
        label.addClassName("facts");
        add(label, RuleFacts.told(OldAndNew.of(RuleLabels.shown(field, was), RuleLabels.shown(field, becomes))));
    }

    /** Returns those that differ, in the order that forms use. */
    static Component[] between(Rule was, Rule becomes) {
        return Arrays.stream(RuleField.values())
                .filter(field -> !Objects.equals(field.read(was), field.read(becomes)))
                .map(field -> new OldAndNewField(field, field.read(was), field.read(becomes)))
                .toArray(Component[]::new);
    }
}
