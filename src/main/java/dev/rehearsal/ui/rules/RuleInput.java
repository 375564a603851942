package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.UpdateType;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.Unsaved;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One field of the form; what it holds is always a text, empty for nothing. */
final class RuleInput {

    private static final Messages MESSAGES = Messages.beside(RuleInput.class);

    private final RuleField field;
    private final AbstractField<?, String> input;

    private RuleInput(RuleField field, AbstractField<?, String> input) {
        this.field = field;
        this.input = input;
        input.addClassName("of-" + field.wireName());
        Unsaved.keep(input, field.wireName());
    }

    static RuleInput of(RuleField field, Suggestions suggestions) {
        return new RuleInput(
                field,
                switch (field) {
                    case MAPPING, FALLBACK_MAPPING -> choice(field, suggestions.releases());
                    case PRODUCT -> choice(field, suggestions.products());
                    case CHANNEL -> choice(field, suggestions.channels());
                    case BUILD_TARGET -> choice(field, suggestions.buildTargets());
                    case UPDATE_TYPE ->
                        select(
                                field,
                                List.of(UpdateType.MINOR.wireName(), UpdateType.MAJOR.wireName()),
                                value -> value);
                    case JAWS, MIG64 -> select(field, List.of("", RuleEntry.YES, RuleEntry.NO), RuleInput::flag);
                    case COMMENT -> comment();
                    case ALIAS,
                            PRIORITY,
                            BACKGROUND_RATE,
                            VERSION,
                            BUILD_ID,
                            LOCALE,
                            OS_VERSION,
                            MEMORY,
                            INSTRUCTION_SET,
                            DISTRIBUTION,
                            DIST_VERSION,
                            HEADER_ARCHITECTURE -> text(field);
                });
    }

    private static TextField text(RuleField field) {
        TextField text = new TextField(RuleLabels.label(field));
        text.setManualValidation(true);
        text.setTooltipText(RuleLabels.hint(field));
        if (asksClients(field)) {
            text.setPlaceholder(MESSAGES.get("value.any"));
        }
        String unit = RuleLabels.unit(field);
        if (unit != null) {
            text.setSuffixComponent(new Span(unit));
        }
        return text;
    }

    /** Nothing in it means that every client will do. */
    private static boolean asksClients(RuleField field) {
        return switch (field) {
            case ALIAS, PRIORITY, MAPPING, FALLBACK_MAPPING, BACKGROUND_RATE, UPDATE_TYPE, COMMENT -> false;
            default -> true;
        };
    }

    private static ComboBox<String> choice(RuleField field, Collection<String> values) {
        ComboBox<String> choice = new ComboBox<>(RuleLabels.label(field));
        choice.setItems(values);
        choice.setAllowCustomValue(true);
        choice.setClearButtonVisible(true);
        choice.setManualValidation(true);
        choice.setTooltipText(RuleLabels.hint(field));
        if (asksClients(field)) {
            choice.setPlaceholder(MESSAGES.get("value.any"));
        }
        choice.addCustomValueSetListener(
                custom -> choice.setValue(custom.getDetail().strip()));
        return choice;
    }

    private static Select<String> select(RuleField field, List<String> values, ItemLabelGenerator<String> labels) {
        Select<String> select = new Select<>();
        select.setLabel(RuleLabels.label(field));
        select.setItems(values);
        select.setItemLabelGenerator(labels);
        select.setManualValidation(true);
        select.setTooltipText(RuleLabels.hint(field));
        return select;
    }

    private static String flag(String value) {
        return switch (value) {
            case RuleEntry.YES -> MESSAGES.get("value.yes");
            case RuleEntry.NO -> MESSAGES.get("value.no");
            default -> MESSAGES.get("value.any");
        };
    }

    private static TextArea comment() {
        TextArea comment = new TextArea(RuleLabels.label(RuleField.COMMENT));
        comment.setManualValidation(true);
        return comment;
    }

    RuleField field() {
        return field;
    }

    Component component() {
        return input;
    }

    String text() {
        return Objects.requireNonNullElse(input.getValue(), "");
    }

    void setText(String text) {
        boolean nothing = text.isEmpty() && field.kind() != RuleField.Kind.FLAG;
        input.setValue(nothing ? input.getEmptyValue() : text);
    }

    void onChange(Runnable listener) {
        input.addValueChangeListener(change -> {
            // What a combo box takes over from what was typed counts as the server's.
            if (change.isFromClient() || input instanceof ComboBox<?>) {
                listener.run();
            }
        });
    }

    /** @param sentence null for none */
    void showProblem(@Nullable String sentence) {
        HasValidationProperties validation = (HasValidationProperties) input;
        validation.setInvalid(sentence != null);
        validation.setErrorMessage(sentence == null ? null : Sentence.of(sentence));
    }

    boolean isInvalid() {
        return ((HasValidationProperties) input).isInvalid();
    }

    /** @param text below the field; null for none */
    void note(@Nullable String text) {
        ((HasHelper) input).setHelperText(text);
    }

    void focus() {
        ((Focusable<?>) input).focus();
    }
}
