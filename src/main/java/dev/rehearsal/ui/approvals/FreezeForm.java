package dev.rehearsal.ui.approvals;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rehearsal.approval.FreezeCalendar;
import dev.rehearsal.approval.FreezeWindow;
import dev.rehearsal.approval.FreezeWindows;
import dev.rehearsal.approval.Freezes;
import dev.rehearsal.change.FreezeWindowKind;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.ui.frame.FieldProblems;
import dev.rehearsal.ui.frame.FreezeFormatter;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenChoice;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.proposal.ConfigurationPanel;
import dev.rehearsal.ui.proposal.ConfigurationPanel.Entered;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks when a freeze window begins, how long it lasts, and where, and tells in words what comes of that. */
class FreezeForm extends Div {

    private static final Messages MESSAGES = Messages.beside(FreezeForm.class);

    private final FreezeWindows windows;
    private final ConfigurationPanel configuration;
    private final TextField title = text("window.title");
    private final Select<FreezeWindow.Effect> effect = new Select<>();
    private final OpenChoice product = new OpenChoice(MESSAGES.get("window.product"));
    private final OpenChoice live = new OpenChoice(MESSAGES.get("window.live-channel"));
    private final TextField cron = text("window.cron");
    private final TextField duration = text("window.duration");
    private final ComboBox<String> zone = new ComboBox<>(MESSAGES.get("window.zone"));
    private final Div next = new Div();
    private final FieldProblems fieldProblems = new FieldProblems(Map.of(
            "title",
            title,
            "product",
            product,
            "live_channel",
            live,
            "cron",
            cron,
            "duration",
            duration,
            "zone",
            zone));
    private final Button remove = new Button(MESSAGES.get("window.remove"), click -> removeWindow());
    private @Nullable FreezeWindow window;
    private Instant now = Instant.EPOCH;
    private boolean removing;

    FreezeForm(FreezeWindows windows, ConfigurationPanel configuration) {
        this.windows = windows;
        this.configuration = configuration;
        addClassName("gate-form");
        effect.setLabel(MESSAGES.get("window.effect"));
        effect.setItems(FreezeWindow.Effect.DENY, FreezeWindow.Effect.ALLOW);
        effect.setItemLabelGenerator(one -> MESSAGES.get("window.effect." + one.wireName()));
        product.setPlaceholder(MESSAGES.get("gate.product.every"));
        live.setPlaceholder(MESSAGES.get("window.live-channel.every"));
        List.of(product, live).forEach(choice -> {
            choice.setClearButtonVisible(true);
            choice.addCustomValueSetListener(typed -> changed());
        });
        zone.setItems(new TreeSet<>(ZoneRulesProvider.getAvailableZoneIds()));
        zone.setManualValidation(true);
        cron.setHelperText(MESSAGES.get("window.cron.help"));
        duration.setHelperText(MESSAGES.get("window.duration.help"));
        Stream.<HasValue<?, ?>>of(title, effect, product, live, cron, duration, zone)
                .forEach(field -> field.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        changed();
                    }
                }));
        remove.addThemeNames("small", "error", "tertiary");
        next.addClassName("facts");
        Div fields = new Div(title, effect, product, live, cron, duration, zone);
        fields.addClassName("fields");
        add(fields, next, remove);
    }

    private static TextField text(String label) {
        TextField field = new TextField(MESSAGES.get(label));
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return field;
    }

    /** @param changed the window that is changed; null for a new one */
    void start(@Nullable FreezeWindow changed, NodeState state, Collection<String> products) {
        window = changed;
        now = state.circumstances().at();
        removing = false;
        product.setItems(products);
        live.setItems(channels(state));
        title.setValue(changed == null ? "" : changed.title());
        effect.setValue(changed == null ? FreezeWindow.Effect.DENY : changed.effect());
        product.setValue(changed == null ? null : changed.product());
        live.setValue(changed == null ? null : changed.liveChannel());
        cron.setValue(changed == null ? "" : changed.cron());
        duration.setValue(changed == null ? "" : changed.duration().toString());
        zone.setValue(changed == null ? "UTC" : changed.zone().getId());
        remove.setVisible(changed != null);
        entered();
    }

    private static SortedSet<String> channels(NodeState state) {
        SortedSet<String> channels = new TreeSet<>();
        state.mappings().forEach(mapping -> channels.add(mapping.liveChannel()));
        state.circumstances().policy().forChannels().forEach(required -> channels.add(required.channel()));
        return channels;
    }

    private void changed() {
        removing = false;
        entered();
    }

    private void removeWindow() {
        removing = true;
        entered();
    }

    /** What is being entered stays; what would come of it may be another. */
    void entered() {
        fieldProblems.show(List.of());
        next.removeAll();
        if (removing && window != null) {
            configuration.show(new Entered(
                    MESSAGES.get("window.title.remove", window.title()),
                    MESSAGES.get(
                            "window.consequence.remove", FreezeFormatter.place(window.product(), window.liveChannel())),
                    List.of(RowKinds.FREEZE_WINDOWS.change(window.id(), window.dataVersion(), null))));
            return;
        }
        if (title.isEmpty() || cron.isEmpty() || duration.isEmpty() || zone.isEmpty()) {
            configuration.showNothing(MESSAGES.get("window.nothing.incomplete"));
            return;
        }
        Duration lasts = lasts();
        if (lasts == null) {
            fieldProblems.show(List.of(new Problem("duration", MESSAGES.get("window.duration.wrong"))));
            configuration.showNothing(MESSAGES.get("nothing.wrong"));
            return;
        }
        show(new FreezeWindow(
                window == null ? 0 : window.id(),
                product.getValue(),
                live.getValue(),
                effect.getValue(),
                cron.getValue().strip(),
                lasts,
                zone(),
                title.getValue().strip(),
                window == null ? 1 : window.dataVersion()));
    }

    private void show(FreezeWindow wanted) {
        List<Problem> problems = windows.problems(wanted);
        fieldProblems.show(problems);
        if (!problems.isEmpty()) {
            configuration.showNothing(MESSAGES.get("nothing.wrong"));
            return;
        }
        Freezes freezes = FreezeCalendar.around(List.of(wanted), now);
        next.setText(Sentence.of(FreezeFormatter.next(wanted, freezes.next(wanted))));
        if (wanted.equals(window)) {
            configuration.showNothing(MESSAGES.get("nothing.changed"));
            return;
        }
        configuration.show(new Entered(
                MESSAGES.get("window.title.change", wanted.title()),
                MESSAGES.get(
                        "window.consequence." + wanted.effect().wireName(),
                        FreezeFormatter.place(wanted.product(), wanted.liveChannel())),
                List.of(RowKinds.FREEZE_WINDOWS.change(
                        window == null ? null : window.id(), window == null ? null : window.dataVersion(), wanted))));
    }

    private @Nullable Duration lasts() {
        try {
            return Duration.parse(duration.getValue().strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private ZoneId zone() {
        return FreezeWindowKind.region(zone.getValue());
    }

    /** @return whether it is about a field */
    boolean showProblem(Problem problem) {
        return fieldProblems.show(problem);
    }
}
