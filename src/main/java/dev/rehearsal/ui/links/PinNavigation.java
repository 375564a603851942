package dev.rehearsal.ui.links;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.blob.Pins;

/** Makes links to the screen of pins. */
public final class PinNavigation {

    private PinNavigation() {}

    /** Links to the form that changes this pin. */
    public static RouterLink linkTo(String text, Pins.Key pin) {
        return link(text, PinsAddress.doing(new PinsAddress.Task.Change(pin)));
    }

    public static RouterLink link(String text, PinsAddress address) {
        return at(address).saying(text);
    }

    public static void open(UI ui, PinsAddress address) {
        at(address).open(ui);
    }

    static Link at(PinsAddress address) {
        return new Link("pins", address.query());
    }
}
