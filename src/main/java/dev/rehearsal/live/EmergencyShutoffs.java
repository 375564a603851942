package dev.rehearsal.live;

import dev.rehearsal.ledger.Entry;
import dev.rehearsal.live.store.ShutoffStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The shutoffs in force. Whoever writes them holds an {@link Entry}, and so the write lock. */
@Service
public class EmergencyShutoffs {

    private final ShutoffStore store;

    EmergencyShutoffs(ShutoffStore store) {
        this.store = store;
    }

    public List<Shutoff> all() {
        return store.all();
    }

    public Optional<Shutoff> find(String product, String channel) {
        return all().stream()
                .filter(shutoff ->
                        shutoff.product().equals(product) && shutoff.channel().equals(channel))
                .findFirst();
    }

    public void add(Entry entry, Shutoff shutoff) {
        store.insert(entry, List.of(shutoff));
    }

    public void remove(Entry entry, Shutoff shutoff) {
        store.delete(entry, shutoff);
    }

    public void importAll(Entry entry, Collection<Shutoff> shutoffs) {
        store.insert(entry, shutoffs);
    }
}
