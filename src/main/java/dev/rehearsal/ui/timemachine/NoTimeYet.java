package dev.rehearsal.ui.timemachine;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.links.TimeMachineAddress;
import dev.rehearsal.ui.links.TimeMachineNavigation;

/** What the time machine shows where there is no test channel to show. */
class NoTimeYet extends EmptyState {

    /** @param now whose test channels are offered */
    NoTimeYet(String whatIsMissing, NodeState now, TimeMachineAddress address) {
        super(
                whatIsMissing,
                new UnorderedList(now.mappings().stream()
                        .map(ChannelMapping::testChannel)
                        .distinct()
                        .map(channel ->
                                new ListItem(TimeMachineNavigation.link(address.of(channel), new Span(channel))))
                        .toArray(ListItem[]::new)));
    }
}
