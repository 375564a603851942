package dev.rehearsal.ui.links;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.ui.frame.AddressParameters;

/** Makes links to the screen of what waits. */
public final class WaitingNavigation {

    private static final String PATH = "waiting";

    public static final String OPEN = "open";

    public static final AddressParameters PARAMETERS = AddressParameters.NONE.text(OPEN);

    private WaitingNavigation() {}

    /** @param key of what is opened there */
    public static RouterLink linkTo(String key) {
        return at(key).saying("");
    }

    /** @param key of what is opened there */
    public static void open(UI ui, String key) {
        at(key).open(ui);
    }

    static Link at(String key) {
        return new Link(PATH, QueryParameters.of(OPEN, key));
    }
}
