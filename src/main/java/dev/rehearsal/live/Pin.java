package dev.rehearsal.live;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.matching.ReleaseName;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * @param version {@code X.} or {@code X.Y.}: clients pinned to it get at most the release that it names
 * @param incarnation a number that no other row has, nor one of its key that comes after it; 0 where it has none yet
 */
public record Pin(
        String product, String channel, String version, ReleaseName mapping, int dataVersion, long incarnation) {

    /** A row that gets its incarnation when it is stored. */
    public Pin(String product, String channel, String version, ReleaseName mapping, int dataVersion) {
        this(product, channel, version, mapping, dataVersion, 0);
    }

    public Pin withIncarnation(long other) {
        return new Pin(product, channel, version, mapping, dataVersion, other);
    }

    /** Returns pins in the form that answers are looked up in. */
    public static Pins lookup(Collection<Pin> pins) {
        Map<Pins.Key, ReleaseName> releases = new HashMap<>();
        Map<Pins.Key, Long> incarnations = new HashMap<>();
        for (Pin pin : pins) {
            Pins.Key key = new Pins.Key(pin.product(), pin.channel(), pin.version());
            releases.put(key, pin.mapping());
            incarnations.put(key, pin.incarnation());
        }
        return new Pins(Map.copyOf(releases), Map.copyOf(incarnations));
    }
}
