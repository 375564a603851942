package dev.rehearsal.ui.links;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.probe.adoption.ChannelPair;

/** Ways to the wizard of adoption. */
public final class AdoptionNavigation {

    private AdoptionNavigation() {}

    /** Links to the channels that there are to adopt. */
    public static RouterLink linkTo(String text) {
        return link(text, AdoptionAddress.CANDIDATES);
    }

    /** Links to what is different on one of them. */
    public static RouterLink linkTo(String text, ChannelPair channels) {
        return link(text, new AdoptionAddress(AdoptionAddress.Step.DIFFERENCES, channels, null));
    }

    public static RouterLink link(String text, AdoptionAddress address) {
        return at(address).saying(text);
    }

    public static void open(UI ui, AdoptionAddress address) {
        at(address).open(ui);
    }

    static Link at(AdoptionAddress address) {
        return new Link("mappings/adoption", address.query());
    }
}
