package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;
import org.jspecify.annotations.Nullable;

/**
 * The address of the screen of receipts.
 *
 * @param set only those about this one are listed; null for all
 * @param receipt the one that is open; null for none
 * @param page from 1, which is the newest
 */
public record ReceiptsAddress(@Nullable Long set, @Nullable Long receipt, int page) {

    public static final AddressParameters PARAMETERS = AddressParameters.NONE.number("set", "receipt", "page");

    public static final ReceiptsAddress ALL = new ReceiptsAddress(null, null, 1);

    private static final int LAST_PAGE = 1_000_000;

    public static ReceiptsAddress of(QueryParameters query) {
        Long page = Query.number(query, "page");
        return new ReceiptsAddress(
                Query.number(query, "set"),
                Query.number(query, "receipt"),
                page == null ? 1 : (int) Math.clamp(page, 1, LAST_PAGE));
    }

    /** Returns all receipts about one set. */
    public static ReceiptsAddress of(ChangeSetId set) {
        return new ReceiptsAddress(set.value(), null, 1);
    }

    QueryParameters query() {
        return new Query()
                .with("set", set)
                .with("receipt", receipt)
                .with("page", page == 1 ? null : page)
                .parameters();
    }

    public ReceiptsAddress opening(@Nullable Long other) {
        return new ReceiptsAddress(set, other, page);
    }

    public ReceiptsAddress at(int other) {
        return new ReceiptsAddress(set, receipt, other);
    }
}
