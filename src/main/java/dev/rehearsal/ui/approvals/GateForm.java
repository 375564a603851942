package dev.rehearsal.ui.approvals;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.ui.frame.FieldProblems;
import dev.rehearsal.ui.frame.Holders;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenChoice;
import dev.rehearsal.ui.proposal.ConfigurationPanel;
import dev.rehearsal.ui.proposal.ConfigurationPanel.Entered;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A form that asks what a gate demands: passes, by whom, and on which test channels. */
public class GateForm extends Div {

    private static final Messages MESSAGES = Messages.beside(GateForm.class);

    private final Gates gates;
    private final ConfigurationPanel configuration;
    private final OpenChoice product = new OpenChoice(MESSAGES.get("gate.product"));
    private final OpenChoice live = new OpenChoice(MESSAGES.get("gate.live-channel"));
    private final IntegerField passes = new IntegerField(MESSAGES.get("gate.passes"));
    private final OpenChoice role = new OpenChoice(MESSAGES.get("gate.role"));
    private final MultiSelectComboBox<String> tests = new MultiSelectComboBox<>(MESSAGES.get("gate.test-channels"));
    private final Div holders = new Div();
    private final FieldProblems fieldProblems = new FieldProblems(Map.of(
            "product", product, "live_channel", live, "role", role, "passes_required", passes, "test_channels", tests));
    private final Button remove = new Button(MESSAGES.get("gate.remove"), click -> removeGate());
    private @Nullable Gate gate;
    private @Nullable NodeState state;
    private boolean removing;

    public GateForm(Gates gates, ConfigurationPanel configuration) {
        this.gates = gates;
        this.configuration = configuration;
        addClassName("gate-form");
        product.setPlaceholder(MESSAGES.get("gate.product.every"));
        product.setClearButtonVisible(true);
        passes.setMin(1);
        passes.setStepButtonsVisible(true);
        passes.setManualValidation(true);
        tests.setPlaceholder(MESSAGES.get("gate.test-channels.any"));
        tests.setManualValidation(true);
        List.of(product, live, role).forEach(choice -> choice.onEntry(this::changed));
        passes.addValueChangeListener(change -> changed(change.isFromClient()));
        tests.addValueChangeListener(change -> changed(change.isFromClient()));
        remove.addThemeNames("small", "error", "tertiary");
        Div fields = new Div(product, live, passes, role, holders, tests);
        fields.addClassName("fields");
        add(fields, remove);
    }

    /**
     * @param changed the gate that is changed; null for a new one
     * @param ofProduct of a new one; empty for every product
     * @param ofChannel of a new one; empty for none yet
     */
    public void start(
            @Nullable Gate changed, String ofProduct, String ofChannel, NodeState now, Collection<String> products) {
        gate = changed;
        state = now;
        removing = false;
        product.setItems(products);
        live.setItems(channels(now));
        role.setItems(roles(now));
        product.choose(changed == null ? ofProduct : Objects.requireNonNullElse(changed.product(), ""));
        live.choose(changed == null ? ofChannel : changed.liveChannel());
        passes.setValue(changed == null ? 1 : changed.passesRequired());
        role.setValue(changed == null ? null : changed.role().name());
        tests.setItems(testChannels());
        tests.setValue(changed == null ? List.of() : changed.testChannels());
        remove.setVisible(changed != null);
        entered();
    }

    /** What is being entered stays; what would come of it may be another. */
    public void refresh(NodeState now) {
        state = now;
        entered();
    }

    private void changed(boolean bySomebody) {
        if (bySomebody) {
            changed();
        }
    }

    private void changed() {
        removing = false;
        List<String> offered = testChannels();
        List<String> chosen =
                tests.getValue().stream().filter(offered::contains).toList();
        tests.setItems(offered);
        tests.setValue(chosen);
        entered();
    }

    private void removeGate() {
        removing = true;
        entered();
    }

    private void entered() {
        showHolders();
        fieldProblems.show(List.of());
        if (removing && gate != null) {
            configuration.show(new Entered(
                    MESSAGES.get("gate.title.remove", GateFormatter.named(gate.product(), gate.liveChannel())),
                    GateFormatter.consequenceOfRemoval(gate),
                    List.of(RowKinds.GATES.change(gate.id(), gate.dataVersion(), null))));
            return;
        }
        if (live.text().isEmpty() || role.text().isEmpty()) {
            configuration.showNothing(MESSAGES.get("gate.nothing.incomplete"));
            return;
        }
        show(new Gate(
                gate == null ? 0 : gate.id(),
                product.getValue(),
                live.text(),
                new Role(role.text()),
                Objects.requireNonNullElse(passes.getValue(), 0),
                tests.getValue().stream().sorted().toList(),
                gate == null ? 1 : gate.dataVersion()));
    }

    private void show(Gate wanted) {
        List<Problem> problems = problems(wanted);
        fieldProblems.show(problems);
        if (!problems.isEmpty()) {
            configuration.showNothing(MESSAGES.get("nothing.wrong"));
        } else if (gate != null && wanted.equals(gate)) {
            configuration.showNothing(MESSAGES.get("nothing.changed"));
        } else {
            configuration.show(new Entered(
                    MESSAGES.get("gate.title", GateFormatter.named(wanted.product(), wanted.liveChannel())),
                    GateFormatter.consequence(wanted),
                    List.of(RowKinds.GATES.change(
                            gate == null ? null : gate.id(), gate == null ? null : gate.dataVersion(), wanted))));
        }
    }

    private List<Problem> problems(Gate wanted) {
        try {
            gates.check(gate, wanted);
            return List.of();
        } catch (RefusedException refused) {
            return refused.problems();
        }
    }

    /** @return whether it is about a field */
    public boolean showProblem(Problem problem) {
        return fieldProblems.show(problem);
    }

    private void showHolders() {
        holders.removeAll();
        if (state != null && !role.text().isEmpty()) {
            holders.add(new Holders(state.circumstances().holdersOf(new Role(role.text()))));
        }
    }

    /** Returns those that show the live channel for the product. */
    private List<String> testChannels() {
        if (state == null) {
            return List.of();
        }
        return state.mappings().stream()
                .filter(mapping -> mapping.liveChannel().equals(live.text()))
                .filter(mapping ->
                        mapping.product() == null || mapping.product().equals(product.text()))
                .map(ChannelMapping::testChannel)
                .distinct()
                .sorted()
                .toList();
    }

    private static SortedSet<String> channels(NodeState now) {
        SortedSet<String> channels = new TreeSet<>();
        now.mappings().forEach(mapping -> channels.add(mapping.liveChannel()));
        return channels;
    }

    private static SortedSet<String> roles(NodeState now) {
        SortedSet<String> roles = new TreeSet<>();
        now.circumstances().people().values().forEach(person -> person.roles().forEach(held -> roles.add(held.name())));
        return roles;
    }
}
