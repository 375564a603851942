package dev.rehearsal.ui.links;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.live.MappingProposal;
import java.util.Objects;

/** Makes links to the screen of channel mappings. */
public final class MappingNavigation {

    private MappingNavigation() {}

    /** Links to the form that makes this mapping. */
    public static RouterLink linkToAdd(String text, MappingProposal proposal) {
        return link(text, MappingsAddress.doing(add(proposal)));
    }

    /** Links to the form that changes this mapping. */
    public static RouterLink linkTo(String text, long mapping) {
        return link(text, MappingsAddress.doing(new MappingsAddress.Task.Change(Long.toString(mapping))));
    }

    /** Returns the address of the form that makes a mapping, with nothing filled in. */
    public static String pathToAdd() {
        return at(MappingsAddress.doing(new MappingsAddress.Task.Add("", "", "")))
                .pathWithQuery();
    }

    static MappingsAddress.Task.Add add(MappingProposal proposal) {
        return new MappingsAddress.Task.Add(
                Objects.requireNonNullElse(proposal.product(), ""), proposal.liveChannel(), proposal.testChannel());
    }

    public static RouterLink link(String text, MappingsAddress address) {
        return at(address).saying(text);
    }

    public static void open(UI ui, MappingsAddress address) {
        at(address).open(ui);
    }

    static Link at(MappingsAddress address) {
        return new Link("mappings", address.query());
    }
}
