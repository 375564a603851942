package dev.rehearsal.ui.links;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;

/** Makes links to the screen of webhooks. */
public final class WebhookNavigation {

    public static final String PATH = "webhooks";

    private WebhookNavigation() {}

    public static RouterLink link(String text, WebhooksAddress address) {
        return at(address).saying(text);
    }

    public static void open(UI ui, WebhooksAddress address) {
        at(address).open(ui);
    }

    static Link at(WebhooksAddress address) {
        return new Link(PATH, address.query());
    }
}
