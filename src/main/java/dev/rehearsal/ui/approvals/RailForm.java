package dev.rehearsal.ui.approvals;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.GuardRails;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.ui.frame.FieldProblems;
import dev.rehearsal.ui.frame.FreezeFormatter;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenChoice;
import dev.rehearsal.ui.proposal.ConfigurationPanel;
import dev.rehearsal.ui.proposal.ConfigurationPanel.Entered;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks what must not happen to clients of a channel, what comes of it, and who may pass over it. */
class RailForm extends Div {

    private static final Messages MESSAGES = Messages.beside(RailForm.class);

    private final ConfigurationPanel configuration;
    private final Select<GuardRail.Kind> kind = new Select<>();
    private final IntegerField percent = new IntegerField(MESSAGES.get("rail.percent"));
    private final OpenChoice product = new OpenChoice(MESSAGES.get("rail.product"));
    private final OpenChoice live = new OpenChoice(MESSAGES.get("rail.live-channel"));
    private final Select<GuardRail.Mode> mode = new Select<>();
    private final Checkbox cannotSayBlocks = new Checkbox(MESSAGES.get("rail.cannot-say"));
    private final OpenChoice passedBy = new OpenChoice(MESSAGES.get("rail.passed-by"));
    private final FieldProblems fieldProblems = new FieldProblems(
            Map.of("percent", percent, "product", product, "live_channel", live, "passed_by", passedBy));
    private final Button remove = new Button(MESSAGES.get("rail.remove"), click -> removeRail());
    private @Nullable GuardRail rail;
    private boolean removing;

    RailForm(ConfigurationPanel configuration) {
        this.configuration = configuration;
        addClassName("gate-form");
        kind.setLabel(MESSAGES.get("rail.kind"));
        kind.setItems(GuardRail.Kind.values());
        kind.setItemLabelGenerator(one -> MESSAGES.get("rail.kind." + one.wireName()));
        mode.setLabel(MESSAGES.get("rail.mode"));
        mode.setItems(GuardRail.Mode.values());
        mode.setItemLabelGenerator(one -> MESSAGES.get("rail.mode." + one.wireName()));
        percent.setManualValidation(true);
        product.setPlaceholder(MESSAGES.get("gate.product.every"));
        List.of(product, live, passedBy).forEach(choice -> {
            choice.setClearButtonVisible(true);
            choice.addCustomValueSetListener(typed -> changed());
        });
        Stream.<HasValue<?, ?>>of(kind, percent, product, live, mode, cannotSayBlocks, passedBy)
                .forEach(field -> field.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        changed();
                    }
                }));
        remove.addThemeNames("small", "error", "tertiary");
        Div fields = new Div(kind, percent, product, live, mode, cannotSayBlocks, passedBy);
        fields.addClassName("fields");
        add(fields, remove);
    }

    /** @param changed the rail that is changed; null for a new one */
    void start(@Nullable GuardRail changed, NodeState state, Collection<String> products) {
        rail = changed;
        removing = false;
        product.setItems(products);
        live.setItems(channels(state));
        passedBy.setItems(roles(state));
        kind.setValue(changed == null ? GuardRail.Kind.NO_LOST_UPDATES : changed.kind());
        percent.setValue(changed == null ? null : changed.percent());
        product.setValue(changed == null ? null : changed.product());
        live.setValue(changed == null ? null : changed.liveChannel());
        mode.setValue(changed == null ? GuardRail.Mode.WARN : changed.mode());
        cannotSayBlocks.setValue(changed != null && changed.cannotSayBlocks());
        passedBy.setValue(changed == null ? null : changed.passedBy().name());
        remove.setVisible(changed != null);
        entered();
    }

    private static SortedSet<String> channels(NodeState state) {
        SortedSet<String> channels = new TreeSet<>();
        state.mappings().forEach(mapping -> channels.add(mapping.liveChannel()));
        state.circumstances().policy().forChannels().forEach(required -> channels.add(required.channel()));
        state.circumstances().gates().forEach(gate -> channels.add(gate.liveChannel()));
        return channels;
    }

    private static SortedSet<String> roles(NodeState state) {
        SortedSet<String> roles = new TreeSet<>();
        state.circumstances().people().values().stream()
                .filter(person -> !person.automation())
                .forEach(person -> person.roles().forEach(role -> roles.add(role.name())));
        return roles;
    }

    private void changed() {
        removing = false;
        entered();
    }

    private void removeRail() {
        removing = true;
        entered();
    }

    /** What is being entered stays; what would come of it may be another. */
    void entered() {
        fieldProblems.show(List.of());
        percent.setVisible(kind.getValue().hasLimit());
        cannotSayBlocks.setVisible(mode.getValue() == GuardRail.Mode.BLOCK);
        if (removing && rail != null) {
            configuration.show(new Entered(
                    MESSAGES.get("rail.title.remove", rail.id()),
                    MESSAGES.get("rail.consequence.remove", place(rail), rail.sentence()),
                    List.of(RowKinds.GUARD_RAILS.change(rail.id(), rail.dataVersion(), null))));
        } else if (live.isEmpty() || passedBy.isEmpty() || kind.getValue().hasLimit() && percent.isEmpty()) {
            configuration.showNothing(MESSAGES.get("rail.nothing.incomplete"));
        } else {
            show(new GuardRail(
                    rail == null ? 0 : rail.id(),
                    product.getValue(),
                    live.text(),
                    kind.getValue(),
                    kind.getValue().hasLimit() ? percent.getValue() : null,
                    mode.getValue(),
                    mode.getValue() == GuardRail.Mode.BLOCK && cannotSayBlocks.getValue(),
                    new Role(passedBy.text()),
                    rail == null ? 1 : rail.dataVersion()));
        }
    }

    private void show(GuardRail wanted) {
        List<Problem> problems = GuardRails.problems(wanted);
        fieldProblems.show(problems);
        if (!problems.isEmpty()) {
            configuration.showNothing(MESSAGES.get("nothing.wrong"));
        } else if (wanted.equals(rail)) {
            configuration.showNothing(MESSAGES.get("nothing.changed"));
        } else {
            configuration.show(new Entered(
                    MESSAGES.get("rail.title", place(wanted)),
                    MESSAGES.get(
                            "rail.consequence." + wanted.mode().wireName(),
                            place(wanted),
                            wanted.sentence(),
                            wanted.passedBy()),
                    List.of(RowKinds.GUARD_RAILS.change(
                            rail == null ? null : rail.id(), rail == null ? null : rail.dataVersion(), wanted))));
        }
    }

    private static String place(GuardRail rail) {
        return FreezeFormatter.place(rail.product(), rail.liveChannel());
    }

    /** @return whether it is about a field */
    boolean showProblem(Problem problem) {
        return fieldProblems.show(problem);
    }
}
