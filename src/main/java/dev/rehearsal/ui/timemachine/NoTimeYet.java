package dev.rehearsal.ui.timemachine;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.MappingNavigation;
import dev.rehearsal.ui.links.MappingsAddress;
import dev.rehearsal.ui.links.TimeMachineAddress;
import dev.rehearsal.ui.links.TimeMachineNavigation;

/** The empty state of the time machine where there is no test channel to show. */
class NoTimeYet extends EmptyState {

    private static final Messages MESSAGES = Messages.beside(NoTimeYet.class);

    /** @param now whose test channels are offered */
    NoTimeYet(String whatIsMissing, NodeState now, TimeMachineAddress address) {
        super(whatIsMissing, offered(now, address));
    }

    private static Component offered(NodeState now, TimeMachineAddress address) {
        if (now.mappings().isEmpty()) {
            return new Paragraph(MESSAGES.parts(
                    "choose.none", MappingNavigation.link(MESSAGES.get("choose.none.how"), MappingsAddress.LIST)));
        }
        return new UnorderedList(now.mappings().stream()
                .map(ChannelMapping::testChannel)
                .distinct()
                .map(channel -> new ListItem(TimeMachineNavigation.link(address.of(channel), new Span(channel))))
                .toArray(ListItem[]::new));
    }
}
