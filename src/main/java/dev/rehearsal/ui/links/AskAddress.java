package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The address of the question to all channels; the time is epoch milliseconds there.
 *
 * @param url of a client, as it was pasted; empty for none
 * @param at null for now
 */
public record AskAddress(String url, @Nullable Instant at) {

    public static final AddressParameters PARAMETERS =
            AddressParameters.NONE.text("url").time("at");

    public static AskAddress of(QueryParameters query) {
        return new AskAddress(Query.text(query, "url"), Query.time(query, "at"));
    }

    QueryParameters query() {
        return new Query()
                .with("url", url)
                .with("at", at == null ? null : at.toEpochMilli())
                .parameters();
    }

    public AskAddress asking(String other) {
        return new AskAddress(other, at);
    }

    public AskAddress at(@Nullable Instant other) {
        return new AskAddress(url, other);
    }
}
