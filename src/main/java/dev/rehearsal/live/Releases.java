package dev.rehearsal.live;

import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleasePart;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.store.ContentStore;
import dev.rehearsal.live.store.IncarnationStore;
import dev.rehearsal.live.store.ReleaseStore;
import dev.rehearsal.matching.ReleaseName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.springframework.stereotype.Service;

/** The live releases. Whoever writes them holds a {@link Write}, and so the write lock. */
@Service
public class Releases {

    private final ReleaseStore store;
    private final ContentStore contents;
    private final IncarnationStore incarnations;

    Releases(ReleaseStore store, ContentStore contents, IncarnationStore incarnations) {
        this.incarnations = incarnations;
        this.store = store;
        this.contents = contents;
    }

    public List<Release> all() {
        return store.all();
    }

    /** Returns those of these that there are. */
    List<Release> all(Collection<ReleaseName> names) {
        return names.isEmpty() ? List.of() : store.all(names);
    }

    public Optional<Release> find(ReleaseName name) {
        return store.find(name);
    }

    /** The stored parts of a live release by path; empty if there is none of that name. */
    public SortedMap<String, ReleasePart> parts(ReleaseName name) {
        return store.parts(name);
    }

    /** The data version of each live release's base part, which Balrog's second API takes for the release's own. */
    public Map<ReleaseName, Integer> baseVersions() {
        return store.baseVersions();
    }

    /** Returns what a release was made of at a data version of its row; empty where no history says so. */
    public Optional<Manifest> manifestAt(ReleaseName name, int dataVersion) {
        return contents.manifest(name.value(), dataVersion);
    }

    /** The rows as change sets left them, by the number of the set. */
    public Map<Long, List<Release>> writtenBy(Collection<Long> changeSets) {
        return store.writtenBy(changeSets);
    }

    /** Returns the last writes of those releases that there are or were; the others are left out. */
    public Map<ReleaseName, LastWrite> lastWrites(Collection<ReleaseName> names) {
        return store.lastWrites(names);
    }

    /** Whether there is a release of this name, or was one once. */
    public boolean wasWritten(ReleaseName name) {
        return !lastWrites(List.of(name)).isEmpty();
    }

    /** Returns the incarnations of those that Balrog's second API made, live, pending or gone. */
    public Set<Long> ofSecondApi() {
        return store.ofSecondApi();
    }

    /** Keeps that Balrog's second API makes these, by their incarnations. */
    public void markOfSecondApi(Write write, Collection<Long> made) {
        store.markOfSecondApi(made);
    }

    /** Returns an incarnation for a release or a pin that a change set will make. */
    public long reserveIncarnation() {
        return incarnations.reserve();
    }

    /** Inserts many at once; those without an incarnation get one. */
    public void insertAll(Write write, Map<Release, ? extends Collection<ReleasePart>> added) {
        store.insertAll(write, added);
    }

    /** Makes a release's parts these, in the versions that they have. */
    public void update(Write write, Release release, Collection<ReleasePart> parts) {
        store.update(write, release, parts);
    }

    public void delete(Write write, ReleaseName name) {
        store.delete(write, name);
    }
}
