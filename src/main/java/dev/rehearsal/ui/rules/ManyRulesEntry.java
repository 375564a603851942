package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.shares.RateInTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A form that asks which field of several rules gets which value; it is cleared only where somebody says so. */
class ManyRulesEntry extends Card {

    private static final Messages MESSAGES = Messages.beside(ManyRulesEntry.class);

    private final Supplier<Suggestions> suggestions;
    private final Runnable onChange;
    private final ComboBox<RuleField> field = new ComboBox<>(MESSAGES.get("many.field"));
    private final Div value = new Div();
    private final Checkbox clear = new Checkbox(MESSAGES.get("many.clear"));
    private RuleInput input;

    /** @param onChange told of each choice and each entry */
    ManyRulesEntry(Supplier<Suggestions> suggestions, Runnable onChange) {
        super(MESSAGES.get("many.entry"));
        this.suggestions = suggestions;
        this.onChange = onChange;
        // An alias belongs to one rule only.
        field.setItems(Stream.of(RuleField.values())
                .filter(one -> one != RuleField.ALIAS)
                .toList());
        field.setItemLabelGenerator(RuleLabels::label);
        field.setValue(RuleField.MAPPING);
        input = RuleInput.of(RuleField.MAPPING, Suggestions.NONE);
        field.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                ask(change.getValue());
            }
        });
        clear.addValueChangeListener(change -> onChange.run());
        Div fields = new Div(field, value, clear);
        fields.addClassName("fields");
        addClassName("many-entry");
        show(fields);
    }

    /** Begins with the field that is chosen. */
    void begin() {
        ask(field());
    }

    private void ask(RuleField chosen) {
        input = RuleInput.of(chosen, suggestions.get());
        input.onChange(() -> {
            noteRate();
            onChange.run();
        });
        noteRate();
        value.removeAll();
        value.add(input.component());
        clear.setValue(false);
        clear.setVisible(canBeEmpty(chosen));
        onChange.run();
    }

    private void noteRate() {
        if (input.field() == RuleField.BACKGROUND_RATE) {
            input.note(RateInTime.said(input.text()));
        }
    }

    private static boolean canBeEmpty(RuleField chosen) {
        return switch (chosen) {
            case PRIORITY, BACKGROUND_RATE, UPDATE_TYPE -> false;
            default -> true;
        };
    }

    RuleField field() {
        return input.field();
    }

    String text() {
        return clear.getValue() ? "" : input.text();
    }

    /** Nobody clears a field of several rules by having typed nothing yet. */
    boolean isMissing() {
        return input.text().isEmpty() && !clear.getValue();
    }

    /** Shows and returns what is wrong with the value; null for nothing. */
    @Nullable
    String problem(List<ManyRulesLine> lines, RuleTable table) {
        String problem = isMissing()
                ? null
                : RuleEntry.problems(field(), text()).stream()
                        .map(RuleFields.Problem::sentence)
                        .findFirst()
                        .or(() -> lines.stream()
                                .map(ManyRulesLine::becomes)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .map(rule -> RuleChecks.problems(rule, table).get(field())))
                        .orElse(null);
        input.showProblem(problem);
        return problem;
    }
}
