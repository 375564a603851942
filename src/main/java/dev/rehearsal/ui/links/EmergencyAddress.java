package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;
import org.jspecify.annotations.Nullable;

/**
 * The address of the screen for emergencies.
 *
 * @param product of what is to be shut off, or to be lifted; empty for none yet
 * @param channel the same
 * @param lifting whether the shutoff of these is being lifted
 * @param saved the change set that was saved last; null for none
 */
public record EmergencyAddress(
        String product,
        String channel,
        boolean lifting,
        @Nullable Long saved) {

    public static final AddressParameters PARAMETERS =
            AddressParameters.NONE.text("product", "channel").flag("lift").number("saved");

    public static final EmergencyAddress PLAIN = new EmergencyAddress("", "", false, null);

    public static EmergencyAddress of(QueryParameters query) {
        return new EmergencyAddress(
                Query.text(query, "product"),
                Query.text(query, "channel"),
                Query.flag(query, "lift"),
                Query.number(query, "saved"));
    }

    public static EmergencyAddress lifting(String product, String channel) {
        return new EmergencyAddress(product, channel, true, null);
    }

    public static EmergencyAddress saved(long set) {
        return new EmergencyAddress("", "", false, set);
    }

    QueryParameters query() {
        return new Query()
                .with("product", product)
                .with("channel", channel)
                .with("lift", lifting ? "1" : null)
                .with("saved", saved)
                .parameters();
    }
}
