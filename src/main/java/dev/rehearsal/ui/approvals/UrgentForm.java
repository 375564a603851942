package dev.rehearsal.ui.approvals;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.UrgentRole;
import dev.rehearsal.approval.UrgentRoles;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.proposal.ConfigurationPanel;
import dev.rehearsal.ui.proposal.ConfigurationPanel.Entered;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The roles of which two people together may pass over the signoffs of a channel. */
class UrgentForm extends Div {

    private static final Messages MESSAGES = Messages.beside(UrgentForm.class);

    private final UrgentRoles urgentRoles;
    private final ConfigurationPanel configuration;
    private final MultiSelectComboBox<String> roles = new MultiSelectComboBox<>(MESSAGES.get("urgent.roles"));
    private List<UrgentRole> present = List.of();
    private String product = "";
    private String channel = "";

    UrgentForm(UrgentRoles urgentRoles, ConfigurationPanel configuration) {
        this.urgentRoles = urgentRoles;
        this.configuration = configuration;
        addClassName("gate-form");
        roles.setPlaceholder(MESSAGES.get("urgent.roles.none"));
        roles.setManualValidation(true);
        roles.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                entered();
            }
        });
        add(new Paragraph(MESSAGES.get("urgent.why")), roles);
    }

    /** @param anew whether what was entered before is forgotten */
    void show(String ofProduct, String onChannel, NodeState state, boolean anew) {
        product = ofProduct;
        channel = onChannel;
        present = state.circumstances().policy().urgent().stream()
                .filter(row -> row.product().equals(product) && row.channel().equals(channel))
                .toList();
        if (anew) {
            SortedSet<String> held = new TreeSet<>();
            state.circumstances()
                    .people()
                    .values()
                    .forEach(person -> person.roles().forEach(role -> held.add(role.name())));
            present.forEach(row -> held.add(row.role().name()));
            roles.setItems(held);
            roles.setValue(present.stream().map(row -> row.role().name()).toList());
        }
        entered();
    }

    private void entered() {
        roles.setInvalid(false);
        List<Proposal> changes = new ArrayList<>();
        for (UrgentRole row : present) {
            if (!roles.getValue().contains(row.role().name())) {
                changes.add(RowKinds.URGENT_ROLES.name(product, channel, row.role(), row.dataVersion(), false));
            }
        }
        for (String role : new TreeSet<>(roles.getValue())) {
            if (present.stream().noneMatch(row -> row.role().name().equals(role))) {
                changes.add(RowKinds.URGENT_ROLES.name(product, channel, new Role(role), null, true));
                refuse(new UrgentRole(product, channel, new Role(role), 0));
            }
        }
        if (roles.isInvalid()) {
            configuration.showNothing(MESSAGES.get("nothing.wrong"));
        } else if (changes.isEmpty()) {
            configuration.showNothing(MESSAGES.get("nothing.changed"));
        } else {
            String chosen = String.join(", ", new TreeSet<>(roles.getValue()));
            configuration.show(new Entered(
                    MESSAGES.get("urgent.title", product, channel),
                    chosen.isEmpty()
                            ? MESSAGES.get("urgent.consequence.none", product, channel)
                            : MESSAGES.get("urgent.consequence", product, channel, chosen),
                    changes));
        }
    }

    private void refuse(UrgentRole wanted) {
        try {
            urgentRoles.check(null, wanted);
        } catch (RefusedException refused) {
            roles.setInvalid(true);
            roles.setErrorMessage(Sentence.of(refused.problems().getFirst().sentence()));
        }
    }
}
