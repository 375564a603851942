package dev.rehearsal.ui.emergency;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.SidePanel;
import dev.rehearsal.ui.links.ChangeSetLink;
import dev.rehearsal.ui.proposal.ConfigurationPanel;
import dev.rehearsal.ui.proposal.ProposalSession;
import java.util.List;

/** Lets updates go on again: at once where nobody has to sign that, otherwise by a change set. */
class LiftPanel extends SidePanel {

    private static final Messages MESSAGES = Messages.beside(LiftPanel.class);

    private final Div pending = new Div();
    private final ConfigurationPanel configuration;

    LiftPanel(ProposalSession proposal, ConfigurationPanel.Listener listener) {
        super(MESSAGES.get("lifting"), MESSAGES.get("close"), listener::onCancel);
        this.configuration = new ConfigurationPanel(proposal, listener);
    }

    void show(ShutoffTable.Row row) {
        Shutoff shutoff = row.shutoff();
        String title = MESSAGES.get("lift.title", shutoff.product(), shutoff.channel());
        entitle(title);
        pending.removeAll();
        row.liftings()
                .forEach(lifting -> pending.add(
                        new Paragraph(new ChangeSetLink(lifting.set())), new Paragraph(MESSAGES.get("lift.already"))));
        place(pending, configuration);
        configuration.show(new ConfigurationPanel.Entered(
                title,
                MESSAGES.get("lift.consequence", shutoff.product(), shutoff.channel()),
                List.of(RowKinds.SHUTOFFS.lift(shutoff.product(), shutoff.channel(), shutoff.dataVersion()))));
    }

    void showUnknown(String product, String channel) {
        entitle(MESSAGES.get("product-on-channel", product, channel));
        place(new EmptyState(MESSAGES.get("lift.unknown", product, channel)));
    }
}
