package dev.rehearsal.ui.waiting;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;

/** Ways to what waits. */
public final class WaitingNavigation {

    static final String OPEN = "open";

    private WaitingNavigation() {}

    public static RouterLink link(String text) {
        return new RouterLink(text, WaitingView.class);
    }

    static RouterLink linkTo(WaitingItem item) {
        RouterLink link = new RouterLink("", WaitingView.class);
        link.setQueryParameters(query(item.key()));
        return link;
    }

    static void open(UI ui, WaitingItem item) {
        ui.navigate(WaitingView.class, query(item.key()));
    }

    private static QueryParameters query(String key) {
        return QueryParameters.of(OPEN, key);
    }
}
