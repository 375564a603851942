package dev.rehearsal.live;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.ledger.Entry;
import dev.rehearsal.live.store.PinStore;
import dev.rehearsal.matching.ReleaseName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    /** Returns all pins in the form that answers are looked up in. */
    public Pins asPins() {
        return Pin.lookup(all());
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

    /**
     * Writes what became of one pin; null for none.
     *
     * @param incarnation of a pin that is new; 0 for one that nobody has reserved
     */
    public void apply(Entry entry, Pins.Key pin, @Nullable ReleaseName after, long incarnation) {
        Optional<Pin> found = find(pin.product(), pin.channel(), pin.version());
        if (after == null) {
            found.ifPresent(known -> remove(entry, known));
        } else {
            int version = found.map(known -> known.dataVersion() + 1).orElse(1);
            long row = found.map(Pin::incarnation).orElse(incarnation);
            set(entry, new Pin(pin.product(), pin.channel(), pin.version(), after, version, row));
        }
    }

    public void importAll(Entry entry, Collection<Pin> pins) {
        store.insert(entry, pins);
    }
}
