package dev.rehearsal.ui.adoption;

import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.probe.adoption.HandKept;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.ScopeFormatter;
import dev.rehearsal.ui.links.AdoptionAddress;
import dev.rehearsal.ui.links.AdoptionNavigation;
import dev.rehearsal.ui.proposal.ConfigurationPanel;
import dev.rehearsal.ui.proposal.ConfigurationPanel.Entered;
import dev.rehearsal.ui.proposal.ProposalSession;
import java.util.List;

/** Maps the test channel, with the signoffs that its live channel asks for. */
class MapStep extends Card {

    private static final Messages MESSAGES = Messages.beside(MapStep.class);

    private final ConfigurationPanel configuration;

    MapStep(ProposalSession proposing, ConfigurationPanel.Listener listener) {
        super(MESSAGES.get("map"));
        this.configuration = new ConfigurationPanel(proposing, listener);
        addClassName("adoption-step");
    }

    void show(HandKept kept, AdoptionAddress address) {
        ChannelMapping mapping = kept.mapping();
        String test = kept.channels().testChannel();
        String live = kept.channels().liveChannel();
        if (mapping != null) {
            show(new EmptyState(
                    MESSAGES.get(
                            "map.already",
                            test,
                            live,
                            ScopeFormatter.said(mapping.scope(), kept.state().queue())),
                    AdoptionNavigation.link(MESSAGES.get("step.retire"), address.at(AdoptionAddress.Step.RETIRE))));
            return;
        }
        if (configuration.getParent().isEmpty()) {
            show(new Paragraph(MESSAGES.get("map.meaning", test, live)), configuration);
        }
        MappingProposal proposal = new MappingProposal(kept.channels().product(), live, test, new Scope.WholeQueue());
        configuration.show(new Entered(
                MESSAGES.get("map.title", test, live),
                MESSAGES.get("map.consequence", test, live, kept.pairing().rulesLess()),
                List.of(RowKinds.MAPPINGS.change(null, null, proposal))));
    }
}
