package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The address of the time machine; times are epoch milliseconds there.
 *
 * @param channel a test channel; empty as long as none is chosen
 * @param product empty for that of the mapping
 * @param at null for now
 * @param compared with this time; null for none
 * @param url the question asked; empty for none
 */
public record TimeMachineAddress(
        String channel,
        String product,
        @Nullable Instant at,
        @Nullable Instant compared,
        String url) {

    public static final AddressParameters PARAMETERS =
            AddressParameters.NONE.text("channel", "product", "url").time("at", "with");

    public static TimeMachineAddress of(QueryParameters query) {
        return new TimeMachineAddress(
                Query.text(query, "channel"),
                Query.text(query, "product"),
                Query.time(query, "at"),
                Query.time(query, "with"),
                Query.text(query, "url"));
    }

    QueryParameters query() {
        return new Query()
                .with("channel", channel)
                .with("product", product)
                .with("at", at == null ? null : at.toEpochMilli())
                .with("with", compared == null ? null : compared.toEpochMilli())
                .with("url", url)
                .parameters();
    }

    public @Nullable String productIfAny() {
        return product.isEmpty() ? null : product;
    }

    public TimeMachineAddress of(String otherChannel) {
        return new TimeMachineAddress(otherChannel, "", at, compared, url);
    }

    public TimeMachineAddress about(@Nullable String otherProduct) {
        return new TimeMachineAddress(channel, otherProduct == null ? "" : otherProduct, at, compared, url);
    }

    public TimeMachineAddress at(@Nullable Instant other) {
        return new TimeMachineAddress(channel, product, other, compared, url);
    }

    public TimeMachineAddress comparedWith(@Nullable Instant other) {
        return new TimeMachineAddress(channel, product, at, other, url);
    }

    public TimeMachineAddress asking(String other) {
        return new TimeMachineAddress(channel, product, at, compared, other);
    }
}
