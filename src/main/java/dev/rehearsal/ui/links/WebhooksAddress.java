package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.notice.Delivery;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;

/**
 * The address of the screen of webhooks.
 *
 * @param webhook its number, or {@code new}; empty for none
 * @param state of the deliveries that are listed: waiting, delivered or dead; empty for those that were given up
 */
public record WebhooksAddress(String webhook, String state) {

    public static final AddressParameters PARAMETERS =
            AddressParameters.NONE.text("webhook").choice("state", Delivery.State.class);

    public static final WebhooksAddress LIST = new WebhooksAddress("", "");
    public static final String NEW = "new";

    public static WebhooksAddress of(QueryParameters query) {
        return new WebhooksAddress(Query.text(query, "webhook"), Query.text(query, "state"));
    }

    QueryParameters query() {
        return new Query().with("webhook", webhook).with("state", state).parameters();
    }

    public WebhooksAddress at(String other) {
        return new WebhooksAddress(other, state);
    }

    public WebhooksAddress listing(String other) {
        return new WebhooksAddress(webhook, other);
    }
}
