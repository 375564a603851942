package dev.rehearsal.ui.mappings;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.live.MappingSuggestion;
import dev.rehearsal.probe.adoption.ChannelPair;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Products;
import dev.rehearsal.ui.links.AdoptionNavigation;
import dev.rehearsal.ui.links.MappingNavigation;
import java.util.List;

/** Channels that look like test channels and are kept by hand, each with the way to map it. */
class SuggestedMappings extends Card {

    private static final Messages MESSAGES = Messages.beside(SuggestedMappings.class);

    SuggestedMappings(List<MappingSuggestion> suggestions) {
        super(MESSAGES.get("suggested"));
        addClassName("suggestions");
        show(
                new Paragraph(MESSAGES.get("suggested.meaning")),
                new UnorderedList(
                        suggestions.stream().map(SuggestedMappings::item).toArray(ListItem[]::new)));
    }

    private static ListItem item(MappingSuggestion suggestion) {
        MappingProposal proposal = suggestion.proposal();
        return new ListItem(
                MappingNavigation.linkToAdd(
                        MESSAGES.get("title.map", proposal.testChannel(), proposal.liveChannel()), proposal),
                new Text(MESSAGES.get("suggested.rules", Products.named(proposal.product()), suggestion.handMade())),
                AdoptionNavigation.linkTo(
                        MESSAGES.get("adoption.look"),
                        new ChannelPair(proposal.product(), proposal.liveChannel(), proposal.testChannel())));
    }
}
