package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;
import org.jspecify.annotations.Nullable;

/**
 * The address of the history of a rule.
 *
 * @param page from 1, which is the newest
 * @param revision that somebody thinks of going back to; null for none
 */
public record RuleHistoryAddress(int page, @Nullable Long revision) {

    public static final AddressParameters PARAMETERS = AddressParameters.NONE.number("page", "revision");

    private static final int LAST_PAGE = 1_000_000;

    public static final RuleHistoryAddress NEWEST = new RuleHistoryAddress(1, null);

    public static RuleHistoryAddress of(QueryParameters query) {
        Long page = Query.number(query, "page");
        return new RuleHistoryAddress(
                page == null ? 1 : (int) Math.clamp(page, 1, LAST_PAGE), Query.number(query, "revision"));
    }

    QueryParameters query() {
        return new Query()
                .with("page", page == 1 ? null : page)
                .with("revision", revision)
                .parameters();
    }

    public RuleHistoryAddress at(int other) {
        return new RuleHistoryAddress(other, null);
    }

    /** Without thinking of going back. */
    public RuleHistoryAddress undecided() {
        return at(page);
    }
}
