package dev.rehearsal.ui.channels;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;

/** Home before any test channel is mapped: how to make the first one. */
class NoChannels extends EmptyState {

    private static final Messages MESSAGES = Messages.beside(NoChannels.class);

    NoChannels(MappingProposal example) {
        super(
                MESSAGES.get("channels.none"),
                new Paragraph(MESSAGES.get("channels.none.what-to-do")),
                new Pre(MESSAGES.get(
                        "channels.none.command",
                        example.product() == null ? "null" : "\"" + example.product() + "\"",
                        example.liveChannel(),
                        example.testChannel(),
                        example.scope().wireForm())));
    }
}
