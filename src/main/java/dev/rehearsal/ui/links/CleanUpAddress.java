package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;

/**
 * The address of the screen that offers releases to be deleted.
 *
 * @param product empty for every product
 * @param days for how long a release must have stayed as it is; 0 for any
 */
public record CleanUpAddress(String product, int days) {

    public static final AddressParameters PARAMETERS =
            AddressParameters.NONE.text("product").number("days");

    public static final CleanUpAddress PLAIN = new CleanUpAddress("", 90);

    private static final int MOST_DAYS = 36_500;

    public static CleanUpAddress of(QueryParameters query) {
        Long days = Query.number(query, "days");
        return new CleanUpAddress(
                Query.text(query, "product"),
                days == null || days < 0 || days > MOST_DAYS ? PLAIN.days : days.intValue());
    }

    QueryParameters query() {
        return new Query()
                .with("product", product)
                .with("days", days == PLAIN.days ? null : days)
                .parameters();
    }
}
