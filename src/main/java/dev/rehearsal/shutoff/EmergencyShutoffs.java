package dev.rehearsal.shutoff;

import dev.rehearsal.journal.Entry;
import dev.rehearsal.shutoff.store.ShutoffStore;
import java.util.Collection;
import java.util.List;
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

    public void importAll(Entry entry, Collection<Shutoff> shutoffs) {
        store.insert(entry, shutoffs);
    }
}
