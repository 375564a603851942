package dev.rehearsal.ui.channels;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.MappingNavigation;
import dev.rehearsal.ui.links.MappingsAddress;
import dev.rehearsal.ui.links.PeopleNavigation;
import dev.rehearsal.ui.links.ReleaseNavigation;
import dev.rehearsal.ui.links.RuleNavigation;
import dev.rehearsal.ui.links.SignoffNavigation;

/** Home before anything is served, or tested: the steps from nothing to a channel that is tested and guarded. */
class NoChannels extends EmptyState {

    private static final Messages MESSAGES = Messages.beside(NoChannels.class);

    NoChannels() {
        super(
                MESSAGES.get("channels.none"),
                new OrderedList(
                        step("people", PeopleNavigation.linkToAll(MESSAGES.get("channels.none.people.link"))),
                        step("release", ReleaseNavigation.linkToUpload(MESSAGES.get("channels.none.release.link"))),
                        step("rule", RuleNavigation.linkToAdd(MESSAGES.get("channels.none.rule.link"))),
                        step("mapping", mapping(MESSAGES.get("channels.none.mapping.link"))),
                        step("signoffs", SignoffNavigation.linkTo(MESSAGES.get("channels.none.signoffs.link"), ""))));
    }

    private static ListItem step(String what, Component link) {
        return new ListItem(MESSAGES.parts("channels.none." + what, link));
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
