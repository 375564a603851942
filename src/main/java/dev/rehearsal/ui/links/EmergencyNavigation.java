package dev.rehearsal.ui.links;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;

/** Makes links to the screen for emergencies. */
public final class EmergencyNavigation {

    public static final String PATH = "emergency";

    private EmergencyNavigation() {}

    public static RouterLink link(String text, EmergencyAddress address) {
        return at(address).saying(text);
    }

    public static void open(UI ui, EmergencyAddress address) {
        at(address).open(ui);
    }

    static Link at(EmergencyAddress address) {
        return new Link(PATH, address.query());
    }
}
