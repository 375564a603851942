package dev.rehearsal.ui.history;

import dev.rehearsal.ui.links.Link;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;

/** Ways to what was written. */
final class HistoryNavigation {

    private HistoryNavigation() {}

    static RouterLink linkTo(String text, HistoryAddress address) {
        return at(address).saying(text);
    }

    /** Says in the address bar what is shown already. */
    static void note(UI ui, HistoryAddress address) {
        at(address).note(ui);
    }

    private static Link at(HistoryAddress address) {
        return new Link("history", address.query());
    }
}
