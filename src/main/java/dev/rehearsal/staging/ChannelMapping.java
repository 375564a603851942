package dev.rehearsal.staging;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says that a test channel shows a live channel's staged state.
 *
 * @param product null for every product; a product's own mapping wins over that one
 */
public record ChannelMapping(
        long id, @Nullable String product, String liveChannel, String testChannel, Scope scope, int dataVersion) {

    /** Returns what decides what a test channel shows for a product: its own mapping wins over the one for every product. */
    public static Optional<ChannelMapping> inForce(
            Collection<ChannelMapping> mappings, @Nullable String product, String testChannel) {
        ChannelMapping forEvery = null;
        for (ChannelMapping mapping : mappings) {
            if (mapping.testChannel.equals(testChannel)) {
                if (Objects.equals(mapping.product, product)) {
                    return Optional.of(mapping);
                }
                forEvery = mapping.product == null ? mapping : forEvery;
            }
        }
        return Optional.ofNullable(forEvery);
    }

    /** Whether the same channel shows the same live channel, and only how much of its queue differs. */
    public boolean differsInScopeAlone(ChannelMapping other) {
        return Objects.equals(product, other.product)
                && liveChannel.equals(other.liveChannel)
                && testChannel.equals(other.testChannel);
    }

    /** Returns what stands for a live channel that is looked at itself, with all that is queued for it. */
    public static ChannelMapping ofItself(@Nullable String product, String liveChannel) {
        return new ChannelMapping(0, product, liveChannel, liveChannel, new Scope.WholeQueue(), 1);
    }

    /** Whether this is no mapping that anybody made, but stands for a live channel itself. */
    public boolean isOfItself() {
        return liveChannel.equals(testChannel);
    }
}
