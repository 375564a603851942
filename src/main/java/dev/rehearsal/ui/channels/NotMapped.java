package dev.rehearsal.ui.channels;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.insight.preview.ChannelOverview.LiveChannel;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.MappingNavigation;
import java.util.List;

/** The link to map a test channel, where there is none yet. */
class NotMapped {

    private static final Messages MESSAGES = Messages.beside(NotMapped.class);

    private static final String USUAL = "-cdntest";

    private NotMapped() {}

    /** @param suggested mappings that rules made by hand hint at */
    static Component on(LiveChannel live, List<MappingProposal> suggested) {
        MappingProposal hint = suggested.stream()
                .filter(proposal -> proposal.testChannel().equals(live.channel())
                        && (proposal.product() == null || proposal.product().equals(live.product())))
                .findFirst()
                .orElse(null);
        Span shown = new Span(
                hint == null ? MESSAGES.get("not-mapped") : MESSAGES.get("not-mapped.looks-like", hint.liveChannel()));
        Div line = new Div(shown);
        line.addClassNames("facts", "not-mapped");
        if (!live.channel().isEmpty()) {
            line.add(MappingNavigation.linkToAdd(
                    MESSAGES.get("not-mapped.map"),
                    hint == null
                            ? new MappingProposal(
                                    live.product(), live.channel(), live.channel() + USUAL, new Scope.WholeQueue())
                            : hint));
        }
        return line;
    }
}
