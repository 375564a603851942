package dev.rehearsal.ui.history;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouterLink;

/** Ways to what was written. */
final class HistoryNavigation {

    private HistoryNavigation() {}

    static RouterLink linkTo(String text, HistoryAddress address) {
        RouterLink link = new RouterLink(text, HistoryView.class);
        link.setQueryParameters(address.query());
        return link;
    }

    /** Says in the address bar what is shown already. */
    static void note(UI ui, HistoryAddress address) {
        String path = RouteConfiguration.forSessionScope().getUrl(HistoryView.class);
        ui.getPage().getHistory().replaceState(null, new Location(path, address.query()));
    }
}
