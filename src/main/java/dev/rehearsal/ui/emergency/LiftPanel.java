package dev.rehearsal.ui.emergency;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.ChangeSetLink;
import dev.rehearsal.ui.proposal.ConfigurationPanel;
import dev.rehearsal.ui.proposal.ProposalSession;
import java.util.List;

/** Lets updates go on again: at once where nobody has to sign that, otherwise by a change set. */
class LiftPanel extends Aside {

    private static final Messages MESSAGES = Messages.beside(LiftPanel.class);

    private final Div heading = new Div();
    private final H2 title = new H2();
    private final Div pending = new Div();
    private final ConfigurationPanel configuration;

    LiftPanel(ProposalSession proposal, ConfigurationPanel.Listener listener) {
        this.configuration = new ConfigurationPanel(proposal, listener);
        Button close = new Button("×", click -> listener.onCancel());
        close.setAriaLabel(MESSAGES.get("close"));
        close.addThemeNames("tertiary", "icon");
        heading.add(title, close);
        heading.addClassName("panel-heading");
        addClassNames("card", "panel");
        getElement().setAttribute("aria-label", MESSAGES.get("lifting"));
    }

    void show(ShutoffTable.Row row) {
        Shutoff shutoff = row.shutoff();
        title.setText(MESSAGES.get("lift.title", shutoff.product(), shutoff.channel()));
        pending.removeAll();
        row.liftings()
                .forEach(lifting -> pending.add(
                        new Paragraph(new ChangeSetLink(lifting.set())), new Paragraph(MESSAGES.get("lift.already"))));
        place(List.of(heading, pending, configuration));
        configuration.show(new ConfigurationPanel.Entered(
                title.getText(),
                MESSAGES.get("lift.consequence", shutoff.product(), shutoff.channel()),
                List.of(RowKinds.SHUTOFFS.lift(shutoff.product(), shutoff.channel(), shutoff.dataVersion()))));
    }

    void showUnknown(String product, String channel) {
        title.setText(MESSAGES.get("product-on-channel", product, channel));
        removeAll();
        add(heading, new EmptyState(MESSAGES.get("lift.unknown", product, channel)));
    }

    /** Whatever is there already stays untouched: somebody may be typing in it. */
    private void place(List<Component> parts) {
        if (!getChildren().toList().equals(parts)) {
            removeAll();
            add(parts);
        }
    }
}
