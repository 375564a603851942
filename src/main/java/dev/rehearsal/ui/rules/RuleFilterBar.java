package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenChoice;
import dev.rehearsal.ui.links.RuleFilter;
import java.util.List;
import java.util.function.Consumer;

/** A bar that narrows the list of rules down, and tells how many are left. */
class RuleFilterBar extends Div {

    private static final Messages MESSAGES = Messages.beside(RuleFilterBar.class);

    private final OpenChoice product = OpenChoice.inBar(MESSAGES.get("filter.product"), "product");
    private final OpenChoice channel = OpenChoice.inBar(MESSAGES.get("filter.channel"), "channel");
    private final OpenChoice release = OpenChoice.inBar(MESSAGES.get("filter.release"), "release");
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
        List.of(product, channel, release).forEach(choice -> choice.onEntry(() -> onFilter.accept(filter())));
        List.<AbstractField<?, ?>>of(text, pending, unreached).forEach(this::listen);
        clear.addThemeName("tertiary");
        clear.addClickListener(click -> {
            show(RuleFilter.NONE);
            onFilter.accept(RuleFilter.NONE);
        });
        counts.addClassName("counts");
        counts.getElement().setAttribute("role", "status");
        add(product, channel, release, text, pending, unreached, clear, counts);
    }

    private void listen(AbstractField<?, ?> field) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onFilter.accept(filter());
            }
        });
    }

    private RuleFilter filter() {
        return new RuleFilter(
                product.text(),
                channel.text(),
                release.text(),
                text.getValue().strip(),
                pending.getValue(),
                unreached.getValue());
    }

    void offer(Suggestions next) {
        if (!next.equals(offered)) {
            offered = next;
            product.offer(next.products());
            channel.offer(next.channels());
            release.offer(next.releases());
        }
    }

    void show(RuleFilter filter) {
        product.choose(filter.product());
        channel.choose(filter.channel());
        release.choose(filter.release());
        text.setValue(filter.text());
        pending.setValue(filter.onlyPending());
        unreached.setValue(filter.onlyUnreached());
        clear.setVisible(filter.narrows());
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
