package dev.rehearsal.ui.changes;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.ChangesAddress;
import dev.rehearsal.ui.links.ChangesAddress.Stage;
import dev.rehearsal.ui.links.ChangesNavigation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A bar that says which sets are listed: a link for each stage, and what narrows the list down. */
class ChangesBar extends Div {

    private static final Messages MESSAGES = Messages.beside(ChangesBar.class);

    /** Hears what the list is narrowed down to by hand; null for any. */
    @FunctionalInterface
    interface NarrowingListener {

        void onNarrowing(@Nullable String product, @Nullable String channel, String text);
    }

    private final Nav stages = new Nav();
    private final TextField text = new TextField();
    private final ComboBox<String> product = new ComboBox<>();
    private final ComboBox<String> channel = new ComboBox<>();
    private final Span count = new Span();
    private List<String> products = List.of();
    private List<String> channels = List.of();

    ChangesBar(NarrowingListener listener) {
        addClassName("bar");
        stages.addClassName("stages");
        stages.getElement().setAttribute("aria-label", MESSAGES.get("list.stages"));
        text.getElement().setAttribute("data-filter", true);
        text.setPlaceholder(MESSAGES.get("list.filter.placeholder"));
        text.setAriaLabel(MESSAGES.get("list.filter"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addThemeName("small");
        prepare(product, MESSAGES.get("list.product.any"), MESSAGES.get("list.product"));
        prepare(channel, MESSAGES.get("list.channel.any"), MESSAGES.get("list.channel"));
        count.addClassName("counts");
        count.getElement().setAttribute("role", "status");
        Runnable narrow = () -> listener.onNarrowing(product.getValue(), channel.getValue(), text.getValue());
        onChangeByHand(text, narrow);
        onChangeByHand(product, narrow);
        onChangeByHand(channel, narrow);
        add(stages, text, product, channel, count);
    }

    private static void onChangeByHand(AbstractField<?, String> field, Runnable listener) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                listener.run();
            }
        });
    }

    private static void prepare(ComboBox<String> box, String none, String label) {
        box.setPlaceholder(none);
        box.setAriaLabel(label);
        box.setClearButtonVisible(true);
        box.addThemeName("small");
    }

    void show(ChangesAddress address, Map<Stage, Integer> sizes, List<ListedSet> all, int listed) {
        stages.removeAll();
        for (Stage stage : Stage.values()) {
            Integer size = sizes.get(stage);
            RouterLink link = ChangesNavigation.linkTo(
                    size == null ? stage.title() : MESSAGES.get("list.stage.sized", stage.title(), size),
                    address.with(stage));
            if (stage == address.stage()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            stages.add(link);
        }
        products = offer(
                product,
                products,
                address.product(),
                all.stream().flatMap(set -> set.audience().products().stream()).toList());
        channels = offer(
                channel,
                channels,
                address.channel(),
                all.stream().flatMap(set -> set.audience().channels().stream()).toList());
        if (!text.getValue().equals(address.text())) {
            text.setValue(address.text());
        }
        count.setText(
                address.narrows()
                        ? MESSAGES.get("list.count.of", listed, all.size())
                        : MESSAGES.get("list.count", all.size()));
    }

    /** What is chosen stays a choice, also when no set is about it any more. */
    private static List<String> offer(
            ComboBox<String> box, List<String> offered, @Nullable String chosen, Collection<String> named) {
        TreeSet<String> choices = new TreeSet<>(named);
        if (chosen != null) {
            choices.add(chosen);
        }
        List<String> next = List.copyOf(choices);
        if (!next.equals(offered)) {
            box.setItems(next);
        }
        box.setValue(chosen);
        return next;
    }
}
