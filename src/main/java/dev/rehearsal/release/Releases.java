package dev.rehearsal.release;

import dev.rehearsal.journal.Entry;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.release.store.ReleaseStore;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.springframework.stereotype.Service;

/** The live releases. Whoever writes them holds an {@link Entry}, and so the write lock. */
@Service
public class Releases {

    private final ReleaseStore store;

    Releases(ReleaseStore store) {
        this.store = store;
    }

    public List<Release> all() {
        return store.all();
    }

    /** The stored parts of a live release by path; empty if there is none of that name. */
    public SortedMap<String, ReleasePart> parts(ReleaseName name) {
        return store.parts(name);
    }

    public void insert(Entry entry, Release release, Collection<ReleasePart> parts) {
        store.insert(entry, release, parts);
    }

    public void update(Entry entry, Release release, Manifest manifest) {
        store.update(entry, release, manifest);
    }

    public void delete(Entry entry, ReleaseName name) {
        store.delete(entry, name);
    }
}
