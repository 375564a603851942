package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;

/**
 * The address of the form that plans a rollout.
 *
 * @param release its name; empty for none
 * @param channel empty for none
 */
public record NewRolloutAddress(String release, String channel) {

    public static final AddressParameters PARAMETERS = AddressParameters.NONE.text("release", "channel");

    public static final NewRolloutAddress NOTHING = new NewRolloutAddress("", "");

    public static NewRolloutAddress of(QueryParameters query) {
        return new NewRolloutAddress(Query.text(query, "release"), Query.text(query, "channel"));
    }

    QueryParameters query() {
        return new Query().with("release", release).with("channel", channel).parameters();
    }
}
