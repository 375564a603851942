package dev.rehearsal.approval;

import dev.rehearsal.approval.store.SignoffStore;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.staging.ChangeSetId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The signoffs that were given. Whoever writes them holds a {@link Write}, and has checked who may. */
@Service
public class Signoffs {

    private final SignoffStore store;

    Signoffs(SignoffStore store) {
        this.store = store;
    }

    /** Returns them in the order in which they were given. */
    public List<Signoff> of(ChangeSetId set) {
        return store.of(set);
    }

    /** Returns those of every set that is still to be enacted. */
    public Map<ChangeSetId, List<Signoff>> ofOpenSets() {
        return store.ofOpenSets();
    }

    /** Keeps a signoff; one that the person gave before is replaced. */
    public void put(Write write, ChangeSetId set, Signoff signoff) {
        store.put(write, set, signoff);
    }

    public void remove(Write write, ChangeSetId set, Signoff signoff) {
        store.delete(write, set, signoff.by());
    }

    /** Keeps for good which signoffs counted when their set was enacted. */
    public void keepCounted(ChangeSetId set, List<Signoff> counted) {
        store.keepCounted(set, counted.stream().map(Signoff::by).toList());
    }
}
