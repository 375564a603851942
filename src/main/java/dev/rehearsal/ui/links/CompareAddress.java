package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;

/**
 * The address of the screen that compares two releases; both names are empty for none yet.
 *
 * @param from the name of the older one
 * @param to the name of the newer one
 */
public record CompareAddress(String from, String to) {

    public static final AddressParameters PARAMETERS = AddressParameters.NONE.text("from", "to");

    public static final CompareAddress NOTHING = new CompareAddress("", "");

    public static CompareAddress of(QueryParameters query) {
        return new CompareAddress(Query.text(query, "from"), Query.text(query, "to"));
    }

    QueryParameters query() {
        return new Query().with("from", from).with("to", to).parameters();
    }
}
