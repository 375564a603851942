package dev.rehearsal.ui.shutoffs;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;

/** Ways to the screen for emergencies. */
public final class EmergencyNavigation {

    static final String PATH = "emergency";

    private EmergencyNavigation() {}

    /** To the screen, with product and channel filled in. */
    public static RouterLink linkToShutOff(String text, String product, String channel) {
        return link(text, new EmergencyAddress(product, channel, false, null));
    }

    static RouterLink link(String text, EmergencyAddress address) {
        RouterLink link = new RouterLink(text, EmergencyView.class);
        link.setQueryParameters(address.query());
        return link;
    }

    static void open(UI ui, EmergencyAddress address) {
        ui.navigate(EmergencyView.class, address.query());
    }
}
