package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.RuleFilter;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.Consumer;

/** A bar that narrows the list of rules down, and tells how many are left. */
class RuleFilterBar extends Div {

    private static final Messages MESSAGES = Messages.beside(RuleFilterBar.class);

    private final ComboBox<String> product = choice("product");
    private final ComboBox<String> channel = choice("channel");
    private final ComboBox<String> release = choice("release");
    private final TextField text = new TextField();
    private final Checkbox pending = new Checkbox(MESSAGES.get("filter.pending"));
    private final Checkbox unreached = new Checkbox(MESSAGES.get("filter.unreached"));
    private final Button clear = new Button(MESSAGES.get("filter.clear"));
    private final Span counts = new Span();
    private final Consumer<RuleFilter> onFilter;
    private Suggestions offered = Suggestions.NONE;

    RuleFilterBar(Consumer<RuleFilter> onFilter) {
        this.onFilter = onFilter;
        addClassName("bar");
        text.getElement().setAttribute("data-filter", true);
        text.setPlaceholder(MESSAGES.get("filter.text.example"));
        text.setAriaLabel(MESSAGES.get("filter.text"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        List.of(product, channel, release, text, pending, unreached).forEach(this::listen);
        clear.addThemeName("tertiary");
        clear.addClickListener(click -> {
            show(RuleFilter.NONE);
            onFilter.accept(RuleFilter.NONE);
        });
        counts.addClassName("counts");
        counts.getElement().setAttribute("role", "status");
        add(product, channel, release, text, pending, unreached, clear, counts);
    }

    private static ComboBox<String> choice(String name) {
        String label = MESSAGES.get("filter." + name);
        ComboBox<String> choice = new ComboBox<>();
        choice.setAriaLabel(label);
        choice.setPlaceholder(label);
        choice.setClearButtonVisible(true);
        choice.setAllowCustomValue(true);
        choice.addClassName(name);
        return choice;
    }

    private void listen(AbstractField<?, ?> field) {
        if (field instanceof ComboBox<?>) {
            @SuppressWarnings("unchecked")
            ComboBox<String> choice = (ComboBox<String>) field;
            choice.addCustomValueSetListener(custom -> {
                choice.setValue(custom.getDetail().strip());
                onFilter.accept(filter());
            });
        }
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onFilter.accept(filter());
            }
        });
    }

    private RuleFilter filter() {
        return new RuleFilter(
                value(product),
                value(channel),
                value(release),
                text.getValue().strip(),
                pending.getValue(),
                unreached.getValue());
    }

    private static String value(ComboBox<String> choice) {
        return Objects.requireNonNullElse(choice.getValue(), "");
    }

    void offer(Suggestions next) {
        if (!next.equals(offered)) {
            offered = next;
            offer(product, next.products());
            offer(channel, next.channels());
            offer(release, next.releases());
        }
    }

    private static void offer(ComboBox<String> choice, SortedSet<String> values) {
        String chosen = choice.getValue();
        choice.setItems(values);
        choice.setValue(chosen);
    }

    void show(RuleFilter filter) {
        choose(product, filter.product());
        choose(channel, filter.channel());
        choose(release, filter.release());
        text.setValue(filter.text());
        pending.setValue(filter.onlyPending());
        unreached.setValue(filter.onlyUnreached());
        clear.setVisible(filter.narrows());
    }

    private static void choose(ComboBox<String> choice, String value) {
        choice.setValue(value.isEmpty() ? null : value);
    }

    void count(int shown, RuleTable table) {
        clear.setVisible(filter().narrows());
        long changed =
                table.rows().stream().filter(row -> !row.pending().isEmpty()).count();
        int all = table.rows().size();
        counts.setText(
                filter().narrows()
                        ? MESSAGES.get("filter.count.narrowed", all, changed, shown)
                        : MESSAGES.get("filter.count", all, changed));
    }
}
