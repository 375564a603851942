package dev.rehearsal.pin;

import dev.rehearsal.journal.Entry;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.pin.store.PinStore;
import dev.rehearsal.release.Pins;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The live pins. Whoever writes them holds an {@link Entry}, and so the write lock. */
@Service
public class PinnedReleases {

    private final PinStore store;

    PinnedReleases(PinStore store) {
        this.store = store;
    }

    public List<Pin> all() {
        return store.all();
    }

    /** The same in the form that answers are looked up in. */
    public Pins asPins() {
        Map<Pins.Key, ReleaseName> pins = new HashMap<>();
        for (Pin pin : all()) {
            pins.put(new Pins.Key(pin.product(), pin.channel(), pin.version()), pin.mapping());
        }
        return new Pins(Map.copyOf(pins));
    }

    /** Writes what became of one pin; null for none. */
    public void apply(Entry entry, Pins.Key pin, @Nullable ReleaseName after) {
        store.put(entry, pin, after);
    }

    public void importAll(Entry entry, Collection<Pin> pins) {
        store.insert(entry, pins);
    }
}
