package dev.rehearsal.blob;

import dev.rehearsal.matching.ReleaseName;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pins tell which release holds a client back that was pinned to a version.
 *
 * @param incarnations numbers that no other rows have, nor those that come after them under their keys
 */
public record Pins(Map<Key, ReleaseName> releases, Map<Key, Long> incarnations) {

    public Pins {
        Map<Key, Long> known = new HashMap<>(incarnations);
        known.values().removeIf(incarnation -> incarnation == 0);
        incarnations = Map.copyOf(known);
    }

    /** Pins whose incarnations nobody knows. */
    public Pins(Map<Key, ReleaseName> releases) {
        this(releases, Map.of());
    }

    /** @param version normalised: {@code 102.} or {@code 102.3.} */
    public record Key(String product, String channel, String version) {

        /** Returns the text as people name it. */
        @Override
        public String toString() {
            return "pin %s of %s %s".formatted(version, product, channel);
        }
    }

    /** Returns the incarnation of a pin; 0 where there is none, or nobody knows. */
    public long incarnation(Key key) {
        return incarnations.getOrDefault(key, 0L);
    }

    public @Nullable ReleaseName find(String product, String channel, String version) {
        return releases.get(new Key(product, channel, version));
    }
}
