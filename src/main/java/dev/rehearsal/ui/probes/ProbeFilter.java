package dev.rehearsal.ui.probes;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rehearsal.probe.Probe;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.ProbesAddress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Narrows the list down by product, channel and text. */
class ProbeFilter extends Div {

    private static final Messages MESSAGES = Messages.beside(ProbeFilter.class);

    /** Hears what is chosen by hand; empty for any. */
    @FunctionalInterface
    interface Listener {

        void onFilter(String product, String channel, String text);
    }

    private final ComboBox<String> product = choice("any-product", "product");
    private final ComboBox<String> channel = choice("any-channel", "channel");
    private final TextField text = new TextField();

    ProbeFilter(Listener listener) {
        addClassName("probe-filter");
        text.getElement().setAttribute("data-filter", true);
        text.setPlaceholder(MESSAGES.get("filter"));
        text.setAriaLabel(MESSAGES.get("filter"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addThemeName("small");
        Stream.of(product, channel)
                .forEach(choice -> choice.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        tell(listener);
                    }
                }));
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                tell(listener);
            }
        });
        add(product, channel, text);
    }

    private static ComboBox<String> choice(String placeholder, String label) {
        ComboBox<String> choice = new ComboBox<>();
        choice.setPlaceholder(MESSAGES.get(placeholder));
        choice.setAriaLabel(MESSAGES.get(label));
        choice.setClearButtonVisible(true);
        choice.addThemeName("small");
        return choice;
    }

    private void tell(Listener listener) {
        listener.onFilter(chosen(product), chosen(channel), text.getValue());
    }

    private static String chosen(ComboBox<String> choice) {
        return Objects.requireNonNullElse(choice.getValue(), "");
    }

    void show(List<Probe> probes, ProbesAddress address) {
        offer(product, probes, Probe::product, address.product());
        offer(channel, probes, Probe::channel, address.channel());
        text.setValue(address.text());
    }

    private static void offer(
            ComboBox<String> choice, List<Probe> probes, Function<Probe, String> value, String chosen) {
        SortedSet<String> values = probes.stream().map(value).collect(Collectors.toCollection(TreeSet::new));
        if (!chosen.isEmpty()) {
            values.add(chosen);
        }
        if (!List.copyOf(values).equals(choice.getListDataView().getItems().toList())) {
            choice.setItems(values);
        }
        choice.setValue(chosen.isEmpty() ? null : chosen);
    }

    /** Returns those that the address asks for. */
    static List<Probe> wanted(List<Probe> probes, ProbesAddress address) {
        String text = address.text().strip().toLowerCase(Locale.ROOT);
        return probes.stream()
                .filter(probe -> address.product().isEmpty() || probe.product().equals(address.product()))
                .filter(probe -> address.channel().isEmpty() || probe.channel().equals(address.channel()))
                .filter(probe -> text.isEmpty() || everythingSaid(probe).contains(text))
                .toList();
    }

    private static String everythingSaid(Probe probe) {
        return String.join(
                        "\n",
                        probe.name(),
                        probe.url(),
                        ProbeFormatter.said(probe.expected()),
                        Objects.requireNonNullElse(probe.note(), ""))
                .toLowerCase(Locale.ROOT);
    }
}
