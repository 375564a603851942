package dev.rehearsal.live;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.store.PinStore;
import dev.rehearsal.matching.ReleaseName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The live pins. Whoever writes them holds a {@link Write}, and so the write lock. */
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
    public void set(Write write, Pin pin) {
        if (find(pin.product(), pin.channel(), pin.version()).isPresent()) {
            store.update(write, pin);
        } else {
            store.insert(write, List.of(pin));
        }
    }

    public void remove(Write write, Pin pin) {
        store.delete(write, pin);
    }

    /**
     * Writes what became of one pin; null for none.
     *
     * @param incarnation of a pin that is new; 0 for one that nobody has reserved
     */
    public void apply(Write write, Pins.Key pin, @Nullable ReleaseName after, long incarnation) {
        Optional<Pin> found = find(pin.product(), pin.channel(), pin.version());
        if (after == null) {
            found.ifPresent(known -> remove(write, known));
        } else {
            int version = found.map(known -> known.dataVersion() + 1).orElse(1);
            long row = found.map(Pin::incarnation).orElse(incarnation);
            set(write, new Pin(pin.product(), pin.channel(), pin.version(), after, version, row));
        }
    }

    public void importAll(Write write, Collection<Pin> pins) {
        store.insert(write, pins);
    }
}
