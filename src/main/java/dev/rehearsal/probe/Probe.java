package dev.rehearsal.probe;

import org.jspecify.annotations.Nullable;

/**
 * A saved update query and the answer that it must get. It asks on a live channel, and is asked the same of each of that
 * channel's test channels.
 *
 * @param url from its first slash on, as a client of the live channel asks it
 * @param product that the URL names
 * @param channel the live channel that the URL names, without a partner's suffix
 */
public record Probe(
        long id,
        String name,
        String url,
        String product,
        String channel,
        Expectation expected,
        @Nullable String note,
        int dataVersion) {

    public boolean isFor(String someProduct, String liveChannel) {
        return product.equals(someProduct) && channel.equals(liveChannel);
    }
}
