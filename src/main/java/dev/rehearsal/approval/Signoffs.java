package dev.rehearsal.approval;

import dev.rehearsal.approval.store.SignoffStore;
import dev.rehearsal.ledger.Entry;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The signoffs that were given. Whoever writes them holds an {@link Entry}, and has checked who may. */
@Service
public class Signoffs {

    private final SignoffStore store;

    Signoffs(SignoffStore store) {
        this.store = store;
    }

    /** In the order in which they were given. */
    public List<Signoff> of(ChangeSetId set) {
        return store.of(set);
    }

    /** Those of every set that is still to be enacted. */
    public Map<ChangeSetId, List<Signoff>> ofOpenSets() {
        return store.ofOpenSets();
    }

    public void add(Entry entry, ChangeSetId set, Signoff signoff) {
        store.insert(entry, set, signoff);
    }

    public void remove(Entry entry, ChangeSetId set, Signoff signoff) {
        store.delete(entry, set, signoff.by());
    }

    /** What was signed is not what it is now. */
    public void dropAll(Entry entry, ChangeSetId set) {
        of(set).forEach(signoff -> remove(entry, set, signoff));
    }

    /** Drops the signoffs of those who cannot have seen what was written at this time. */
    public void dropGivenUpTo(Entry entry, ChangeSetId set, Instant written) {
        of(set).stream()
                .filter(signoff -> !signoff.at().isAfter(written))
                .forEach(signoff -> remove(entry, set, signoff));
    }
}
