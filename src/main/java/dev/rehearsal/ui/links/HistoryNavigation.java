package dev.rehearsal.ui.links;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;

/** Makes links to the history. */
public final class HistoryNavigation {

    private HistoryNavigation() {}

    public static RouterLink linkTo(String text, HistoryAddress address) {
        return at(address).saying(text);
    }

    /** Says in the address bar what is shown already. */
    public static void note(UI ui, HistoryAddress address) {
        at(address).note(ui);
    }

    static Link at(HistoryAddress address) {
        return new Link("history", address.query());
    }
}
