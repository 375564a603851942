package dev.rehearsal.ui.releases;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rehearsal.insight.preview.ReleaseTable;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.ReleasesAddress;
import dev.rehearsal.ui.links.Usage;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A bar that narrows the list of releases down, and tells how many are left. */
class ReleaseFilterBar extends Div {

    private static final Messages MESSAGES = Messages.beside(ReleaseFilterBar.class);

    /** Hears what somebody typed or chose. */
    interface Listener {
        void onNarrowing(String product, String name, @Nullable Usage usage);
    }

    private final TextField name = new TextField();
    private final ComboBox<String> product = new ComboBox<>();
    private final ComboBox<Usage> usage = new ComboBox<>();
    private final Button clear = new Button(MESSAGES.get("filter.clear"));
    private final Span counts = new Span();
    private List<String> offered = List.of();

    ReleaseFilterBar(Listener listener) {
        addClassName("bar");
        name.getElement().setAttribute("data-filter", true);
        name.setPlaceholder(MESSAGES.get("filter.name"));
        name.setAriaLabel(MESSAGES.get("filter.name"));
        name.setClearButtonVisible(true);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        prepare(product, MESSAGES.get("product"));
        prepare(usage, MESSAGES.get("filter.use"));
        usage.setItems(Usage.values());
        usage.setItemLabelGenerator(item -> MESSAGES.get("usage." + item.wireName()));
        clear.addThemeName("tertiary");
        clear.addClickListener(click -> listener.onNarrowing("", "", null));
        counts.addClassName("counts");
        counts.getElement().setAttribute("role", "status");
        Runnable narrow = () -> listener.onNarrowing(
                Objects.requireNonNullElse(product.getValue(), ""),
                name.getValue().strip(),
                usage.getValue());
        List.<AbstractField<?, ?>>of(name, product, usage).forEach(field -> listen(field, narrow));
        add(name, product, usage, clear, counts);
    }

    private static void prepare(ComboBox<?> box, String label) {
        box.setPlaceholder(label);
        box.setAriaLabel(label);
        box.setClearButtonVisible(true);
    }

    private static void listen(AbstractField<?, ?> field, Runnable narrow) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                narrow.run();
            }
        });
    }

    /** @param shown how many of the table are left */
    void show(ReleasesAddress address, ReleaseTable table, int shown) {
        TreeSet<String> products = new TreeSet<>();
        table.rows().forEach(row -> products.add(row.release().product()));
        if (!address.product().isEmpty()) {
            products.add(address.product());
        }
        if (!offered.equals(List.copyOf(products))) {
            offered = List.copyOf(products);
            product.setItems(offered);
        }
        product.setValue(address.product().isEmpty() ? null : address.product());
        usage.setValue(address.usage());
        if (!name.getValue().strip().equals(address.name())) {
            name.setValue(address.name());
        }
        clear.setVisible(address.narrows());
        counts.setText(MESSAGES.get(
                address.narrows() ? "counts.some" : "counts.all", table.rows().size(), shown));
    }
}
