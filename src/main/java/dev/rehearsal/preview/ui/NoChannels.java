package dev.rehearsal.preview.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import dev.rehearsal.channel.MappingProposal;
import dev.rehearsal.shell.EmptyState;

/** Home before any test channel is mapped: how to make the first one. */
class NoChannels extends EmptyState {

    NoChannels(MappingProposal example) {
        super(
                "No test channel is mapped yet.",
                new Paragraph(
                        "A test channel shows the rules of a live channel plus the changes that are queued for it."
                                + " Map one over the API; this page shows it as soon as it is there:"),
                new Pre("""
                        curl -X POST %s/api/channel_mappings \\
                          -H 'Authorization: Bearer YOUR-TOKEN' \\
                          -H 'Content-Type: application/json' \\
                          -d '{"product": %s, "live_channel": "%s",
                               "test_channel": "%s", "scope": "%s"}'""".formatted(
                                "https://THIS-SERVER",
                                example.product() == null ? "null" : "\"" + example.product() + "\"",
                                example.liveChannel(),
                                example.testChannel(),
                                example.scope().wireForm())));
    }
}
