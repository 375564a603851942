package dev.rehearsal.ui.history;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenChoice;
import dev.rehearsal.ui.history.HistoryChoices.Offered;
import dev.rehearsal.ui.links.HistoryAddress.Narrowing;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A bar that narrows the history down. */
class HistoryFilterBar extends Div {

    private static final Messages MESSAGES = Messages.beside(HistoryFilterBar.class);

    private final Consumer<Narrowing> onNarrowing;
    private final MultiSelectComboBox<String> objects = new MultiSelectComboBox<>();
    private final OpenChoice person = OpenChoice.inBar(MESSAGES.get("filter.person"), "person");
    private final OpenChoice product = OpenChoice.inBar(MESSAGES.get("filter.product"), "product");
    private final OpenChoice channel = OpenChoice.inBar(MESSAGES.get("filter.channel"), "channel");
    private final DatePicker from = day("from");
    private final DatePicker to = day("to");
    private final TextField set = new TextField();
    private final Button clear = new Button(MESSAGES.get("filter.clear"));
    private Offered offered = new Offered(List.of(), List.of(), List.of(), List.of());

    HistoryFilterBar(Consumer<Narrowing> onNarrowing) {
        this.onNarrowing = onNarrowing;
        addClassName("bar");
        objects.setPlaceholder(MESSAGES.get("filter.object"));
        objects.setAriaLabel(MESSAGES.get("filter.object"));
        objects.setItemLabelGenerator(JournalFormatter::kind);
        objects.setClearButtonVisible(true);
        set.getElement().setAttribute("data-filter", true);
        set.setPlaceholder(MESSAGES.get("filter.set"));
        set.setAriaLabel(MESSAGES.get("filter.set"));
        set.setAllowedCharPattern("[0-9]");
        set.setMaxLength(18);
        set.setClearButtonVisible(true);
        List.of(person, product, channel).forEach(choice -> choice.onEntry(() -> onNarrowing.accept(narrowing())));
        List.<AbstractField<?, ?>>of(objects, from, to, set).forEach(this::listen);
        clear.addThemeName("tertiary");
        clear.addClickListener(click -> onNarrowing.accept(Narrowing.NONE));
        add(objects, person, product, channel, from, to, set, clear);
    }

    private static DatePicker day(String name) {
        String label = MESSAGES.get("filter." + name);
        DatePicker day = new DatePicker();
        day.setPlaceholder(label);
        day.setAriaLabel(label);
        day.setClearButtonVisible(true);
        // Year first: the same for everybody.
        day.setLocale(Locale.UK);
        day.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd").setFirstDayOfWeek(1));
        return day;
    }

    private void listen(AbstractField<?, ?> field) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onNarrowing.accept(narrowing());
            }
        });
    }

    private Narrowing narrowing() {
        return new Narrowing(
                person.text(),
                new TreeSet<>(objects.getValue()),
                product.text(),
                channel.text(),
                from.getValue(),
                to.getValue(),
                set.getValue().isEmpty() ? null : Long.valueOf(set.getValue()));
    }

    /** What somebody has chosen stays. */
    void offer(Offered next) {
        if (next.equals(offered)) {
            return;
        }
        offered = next;
        Narrowing chosen = narrowing();
        objects.setItems(next.objects());
        person.setItems(next.people());
        product.setItems(next.products());
        channel.setItems(next.channels());
        show(chosen);
    }

    /** A kind that is not offered is none that can be chosen. */
    void show(Narrowing narrowing) {
        objects.setValue(
                narrowing.objects().stream().filter(offered.objects()::contains).collect(Collectors.toSet()));
        person.choose(narrowing.person());
        product.choose(narrowing.product());
        channel.choose(narrowing.channel());
        from.setValue(narrowing.from());
        to.setValue(narrowing.to());
        set.setValue(narrowing.set() == null ? "" : narrowing.set().toString());
        clear.setVisible(narrowing.narrows());
    }
}
