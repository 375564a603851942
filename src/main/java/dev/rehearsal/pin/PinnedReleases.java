package dev.rehearsal.pin;

import dev.rehearsal.journal.Entry;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.pin.store.PinStore;
import dev.rehearsal.release.Pins;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    public Optional<Pin> find(String product, String channel, String version) {
        return store.find(product, channel, version);
    }

    /** Adds a pin, or points one that is there at another release. */
    public void set(Entry entry, Pin pin) {
        if (find(pin.product(), pin.channel(), pin.version()).isPresent()) {
            store.update(entry, pin);
        } else {
            store.insert(entry, List.of(pin));
        }
    }

    public void remove(Entry entry, Pin pin) {
        store.delete(entry, pin);
    }

    public void importAll(Entry entry, Collection<Pin> pins) {
        store.insert(entry, pins);
    }
}
