package dev.rehearsal.ui.pins;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.PinCeiling;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.ui.frame.ChannelOffers;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenChoice;
import dev.rehearsal.ui.frame.Unsaved;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A form that asks which clients a pin holds back, and with which release. */
class PinForm extends Div {

    private static final Messages MESSAGES = Messages.beside(PinForm.class);

    private final ComboBox<String> product = new ComboBox<>(MESSAGES.get("column.product"));
    private final OpenChoice channel = new OpenChoice(MESSAGES.get("column.channel"));
    private final TextField version = new TextField(MESSAGES.get("column.version"));
    private final ComboBox<String> release = new ComboBox<>(MESSAGES.get("column.release"));
    private @Nullable NodeState state;

    PinForm(Runnable onChange) {
        addClassName("fields");
        channel.onEntry(onChange);
        version.setHelperText(MESSAGES.get("version.form"));
        version.setManualValidation(true);
        List.of(product, release).forEach(field -> field.setManualValidation(true));
        product.addValueChangeListener(change -> offerReleases());
        listen(product, onChange);
        listen(release, onChange);
        version.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onChange.run();
            }
        });
        Unsaved.keep(version, "version");
        add(product, channel, version, release);
    }

    private static void listen(ComboBox<String> field, Runnable onChange) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onChange.run();
            }
        });
    }

    void offer(NodeState now) {
        state = now;
        ChannelOffers offers = ChannelOffers.of(now);
        offer(product, offers.products());
        offer(channel, offers.channels());
        offerReleases();
    }

    private void offerReleases() {
        TreeSet<String> names = new TreeSet<>();
        NodeState now = state;
        if (now != null) {
            Stream.of(now.live(), now.stages().wholeQueue().staged())
                    .map(Tables::releases)
                    .flatMap(releases -> releases.values().stream())
                    .filter(known -> product.isEmpty() || known.product().equals(product.getValue()))
                    .map(Release::name)
                    .forEach(name -> names.add(name.value()));
        }
        offer(release, names);
    }

    private static void offer(ComboBox<String> field, Collection<String> values) {
        String chosen = field.getValue();
        TreeSet<String> all = new TreeSet<>(values);
        if (chosen != null) {
            all.add(chosen);
        }
        if (!field.getListDataView().getItems().toList().equals(List.copyOf(all))) {
            field.setItems(all);
        }
        field.setValue(chosen);
    }

    /** @param pin that is changed, whose place stays; null for a new one */
    void start(Pins.@Nullable Key pin, @Nullable ReleaseName pinned) {
        product.setValue(pin == null ? null : pin.product());
        if (pin != null) {
            offer(channel, List.of(pin.channel()));
        }
        channel.setValue(pin == null ? null : pin.channel());
        version.setValue(pin == null ? "" : pin.version());
        offerReleases();
        release.setValue(pinned == null ? null : pinned.value());
        product.setReadOnly(pin != null);
        channel.setReadOnly(pin != null);
        version.setReadOnly(pin != null);
    }

    /** The pin that is meant; empty as long as anything is missing or wrong. */
    Optional<Pins.Key> pin() {
        PinCeiling ceiling = version.getValue().isEmpty() ? null : PinCeiling.tryParse(version.getValue());
        boolean wrong = !version.getValue().isEmpty() && ceiling == null;
        version.setInvalid(wrong);
        version.setErrorMessage(wrong ? MESSAGES.get("version.wrong") : null);
        return ceiling == null || product.isEmpty() || channel.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pins.Key(product.getValue(), channel.getValue(), ceiling.toString()));
    }

    Optional<ReleaseName> release() {
        return Optional.of(Objects.requireNonNullElse(release.getValue(), ""))
                .filter(name -> !name.isEmpty())
                .map(ReleaseName::new);
    }
}
