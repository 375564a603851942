package dev.rehearsal.blob;

import dev.rehearsal.matching.ReleaseName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which release holds a client back that was pinned to a version. */
public record Pins(Map<Key, ReleaseName> releases) {

    /** @param version normalised: {@code 102.} or {@code 102.3.} */
    public record Key(String product, String channel, String version) {

        /** As people name it. */
        @Override
        public String toString() {
            return "pin %s of %s %s".formatted(version, product, channel);
        }
    }

    public @Nullable ReleaseName find(String product, String channel, String version) {
        return releases.get(new Key(product, channel, version));
    }
}
