package dev.rehearsal.serve;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A snapshot made by hand, with test channels that show what a test says. */
record InMemorySnapshot(
        long version,
        ServedState live,
        Shutoffs shutoffs,
        Map<String, TestChannel> everyProduct,
        Map<String, Map<String, TestChannel>> byProduct)
        implements Snapshot {

    InMemorySnapshot(ServedState live, Shutoffs shutoffs) {
        this(1, live, shutoffs, Map.of(), Map.of());
    }

    /** Maps a test channel for every product. */
    InMemorySnapshot mapping(String testChannel, String liveChannel, ServedState state) {
        Map<String, TestChannel> mapped = new HashMap<>(everyProduct);
        mapped.put(testChannel, new Shown(liveChannel, state, fingerprintOf(testChannel)));
        return new InMemorySnapshot(version, live, shutoffs, mapped, byProduct);
    }

    /** Maps a test channel for one product, which wins over a mapping for every product. */
    InMemorySnapshot mappingFor(String product, String testChannel, String liveChannel, ServedState state) {
        Map<String, Map<String, TestChannel>> mapped = new HashMap<>(byProduct);
        mapped.put(product, Map.of(testChannel, new Shown(liveChannel, state, fingerprintOf(testChannel))));
        return new InMemorySnapshot(version, live, shutoffs, everyProduct, mapped);
    }

    static String fingerprintOf(String testChannel) {
        return "%064x".formatted(testChannel.hashCode() & 0xFFFF_FFFFL);
    }

    @Override
    public @Nullable TestChannel testChannel(String product, String channel) {
        TestChannel own = byProduct.getOrDefault(product, Map.of()).get(channel);
        return own != null ? own : everyProduct.get(channel);
    }

    private record Shown(String liveChannel, ServedState state, String fingerprint) implements TestChannel {}
}
