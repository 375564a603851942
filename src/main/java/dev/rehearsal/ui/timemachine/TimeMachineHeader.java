package dev.rehearsal.ui.timemachine;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.insight.preview.Preview;
import dev.rehearsal.insight.preview.TestChannelPreview;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.TimeField;
import dev.rehearsal.ui.links.TimeMachineAddress;
import dev.rehearsal.ui.preview.DifferencesFormatter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The header of the time machine says which channel is shown at which time, and links to what was written before and
 * after.
 */
class TimeMachineHeader extends Header {

    private static final Messages MESSAGES = Messages.beside(TimeMachineHeader.class);

    private final H1 sentence = new H1();
    private final Div facts = new Div();
    private final ComboBox<String> channel = new ComboBox<>();
    private final ComboBox<String> product = new ComboBox<>();
    private final TimeField time;
    private final Button previous;
    private final Button next;
    private TimeMachineAddress address = new TimeMachineAddress("", "", null, null, "");
    private @Nullable Instant before;
    private @Nullable Instant after;

    /** @param onOpen takes where somebody wants to go */
    TimeMachineHeader(Consumer<TimeMachineAddress> onOpen) {
        addClassName("preview-header");
        facts.addClassName("facts");
        time = new TimeField(MESSAGES.get("at"), chosen -> onOpen.accept(address.at(chosen)));
        previous = button("previous", () -> onOpen.accept(address.at(before)));
        next = button("next", () -> onOpen.accept(address.at(after)));
        Button now = button("now", () -> onOpen.accept(address.at((Instant) null)));
        configure(channel, "channel", chosen -> onOpen.accept(address.of(chosen)));
        configure(product, "product", chosen -> onOpen.accept(address.about(chosen)));
        product.setPlaceholder(MESSAGES.get("product.any"));
        product.setClearButtonVisible(true);
        Div controls = new Div(channel, product, time, previous, next, now);
        controls.addClassName("controls");
        add(sentence, controls, facts);
    }

    private static Button button(String key, Runnable deed) {
        Button button = new Button(MESSAGES.get(key), click -> deed.run());
        button.addThemeNames("small");
        return button;
    }

    private static void configure(ComboBox<String> choice, String key, Consumer<String> onChange) {
        choice.setLabel(MESSAGES.get(key));
        choice.addThemeName("small");
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onChange.accept(Objects.requireNonNullElse(change.getValue(), ""));
            }
        });
    }

    /** Test channels of that time and of now. */
    void offer(NodeState then, NodeState now, TimeMachineAddress shown) {
        address = shown;
        SortedSet<String> channels = new TreeSet<>();
        Stream.of(then, now)
                .flatMap(state -> state.mappings().stream())
                .map(ChannelMapping::testChannel)
                .forEach(channels::add);
        if (!shown.channel().isEmpty()) {
            channels.add(shown.channel());
        }
        offer(channel, List.copyOf(channels), shown.channel());
        offer(product, shown.product().isEmpty() ? List.of() : List.of(shown.product()), shown.product());
        product.setVisible(!shown.channel().isEmpty());
        time.show(shown.at());
        facts.removeAll();
        step(null, null, shown);
    }

    private static void offer(ComboBox<String> choice, List<String> values, String chosen) {
        if (!choice.getListDataView().getItems().toList().equals(values)) {
            choice.setItems(values);
        }
        choice.setValue(chosen.isEmpty() ? null : chosen);
    }

    void say(String title) {
        sentence.setText(title);
    }

    void sayOf(TimeMachineAddress shown, Instant at) {
        sentence.removeAll();
        sentence.add(new Span(shown.channel()), new Text(MESSAGES.get("as-of")), Moment.exact(at));
    }

    void show(Preview then, List<@Nullable String> products, TimeMachineAddress shown, Instant at) {
        sayOf(shown, at);
        TestChannelPreview table = then.table();
        List<String> named = products.stream().filter(Objects::nonNull).toList();
        offer(product, named, Objects.requireNonNullElse(table.product(), ""));
        facts.removeAll();
        Span state = new Span(
                table.showsLive()
                        ? MESSAGES.get("shows-live", table.mapping().liveChannel())
                        : MESSAGES.get(
                                "shows",
                                table.mapping().liveChannel(),
                                table.concerning().size(),
                                DifferencesFormatter.said(then.differences())));
        state.getElement().setAttribute("title", table.fingerprint().value());
        facts.add(state);
        if (then.testIsStopped()) {
            facts.add(new Span(MESSAGES.get("stopped", table.mapping().testChannel())));
        }
        if (then.liveIsStopped()) {
            facts.add(new Span(MESSAGES.get("stopped", table.mapping().liveChannel())));
        }
    }

    /** Offers a step back and a step ahead; null where there is nothing to step to. */
    void step(@Nullable Instant earlier, @Nullable Instant later, TimeMachineAddress shown) {
        address = shown;
        before = earlier;
        after = later;
        previous.setEnabled(earlier != null);
        next.setEnabled(later != null);
    }
}
