package dev.rehearsal.staging;

import org.jspecify.annotations.Nullable;

/**
 * Says that a test channel shows a live channel's staged state.
 *
 * @param product null for every product; a product's own mapping wins over that one
 */
public record ChannelMapping(
        long id, @Nullable String product, String liveChannel, String testChannel, Scope scope, int dataVersion) {

    /** Whether some product falls under both. */
    public boolean overlaps(ChannelMapping other) {
        return product == null || other.product == null || product.equals(other.product);
    }
}
