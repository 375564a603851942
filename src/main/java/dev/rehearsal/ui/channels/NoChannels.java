package dev.rehearsal.ui.channels;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.MappingNavigation;
import dev.rehearsal.ui.links.MappingsAddress;
import dev.rehearsal.ui.links.ReleaseNavigation;
import dev.rehearsal.ui.links.RuleNavigation;

/** Home before anything is served, or tested: what to do first. */
class NoChannels extends EmptyState {

    private static final Messages MESSAGES = Messages.beside(NoChannels.class);

    NoChannels() {
        super(
                MESSAGES.get("channels.none"),
                new Paragraph(MESSAGES.parts(
                        "channels.none.what-to-do",
                        ReleaseNavigation.linkToUpload(MESSAGES.get("channels.none.release")),
                        RuleNavigation.linkToAdd(MESSAGES.get("channels.none.rule")))),
                new Paragraph(MESSAGES.parts("channels.none.map", mapping(MESSAGES.get("channels.none.mapping")))));
    }

    /** Says that no test channel is mapped, with the way to make one. */
    static Component unmapped() {
        Paragraph said =
                new Paragraph(MESSAGES.parts("channels.unmapped", mapping(MESSAGES.get("channels.unmapped.map"))));
        said.addClassName("hint");
        return said;
    }

    private static Component mapping(String text) {
        return MappingNavigation.link(text, MappingsAddress.doing(new MappingsAddress.Task.Add("", "", "")));
    }
}
