package dev.rehearsal.ui.links;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;

/** Ways to the question what a client gets on every channel. */
public final class AskNavigation {

    private AskNavigation() {}

    /** Returns the address, relative to the root of the application. */
    public static String path(AskAddress address) {
        return at(address).pathWithQuery();
    }

    public static RouterLink link(String text, AskAddress address) {
        return at(address).saying(text);
    }

    public static void open(UI ui, AskAddress address) {
        at(address).open(ui);
    }

    static Link at(AskAddress address) {
        return new Link("ask", address.query());
    }
}
