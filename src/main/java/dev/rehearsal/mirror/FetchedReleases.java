package dev.rehearsal.mirror;

import dev.rehearsal.blob.Manifest;
import dev.rehearsal.enactment.MirroredKind;
import dev.rehearsal.mirror.store.FetchedStore;
import dev.rehearsal.mirror.store.FetchedStore.Fetched;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The contents of a source's releases, each fetched once for each state of it, also across restarts. */
final class FetchedReleases {

    /** So many are looked at again each time where the API does not tell of each part. */
    private static final int LOOKED_AGAIN = 10;

    private final FetchedStore store;
    private final ReleaseFetch fetch;
    private final Map<String, Fetched> known = new HashMap<>();
    private final Deque<String> turn = new ArrayDeque<>();
    private boolean loaded;

    FetchedReleases(FetchedStore store, ReleaseFetch fetch) {
        this.store = store;
        this.fetch = fetch;
    }

    /** Hears how many of a number of releases are here. */
    @FunctionalInterface
    interface Progress {
        void at(int here, int all);
    }

    private Map<String, Fetched> known() {
        if (!loaded) {
            known.putAll(store.all());
            loaded = true;
        }
        return known;
    }

    Optional<JsonNode> line(String name) {
        return Optional.ofNullable(known().get(name)).map(Fetched::line);
    }

    @Nullable
    Fetched of(String name) {
        return known().get(name);
    }

    /** Fetches what is listed and not here as it is listed. */
    void bring(Listing listing, Progress progress) throws ReleaseFetch.MovedException {
        SortedMap<String, JsonNode> lines = listing.of(MirroredKind.RELEASES);
        List<String> missing = new ArrayList<>();
        lines.forEach((name, line) -> {
            Fetched here = known().get(name);
            if (here == null || !here.line().equals(line)) {
                missing.add(name);
            }
        });
        int here = lines.size() - missing.size();
        for (String name : missing) {
            progress.at(here++, lines.size());
            put(name, Objects.requireNonNull(lines.get(name)));
        }
        progress.at(lines.size(), lines.size());
    }

    private boolean put(String name, JsonNode line) throws ReleaseFetch.MovedException {
        Fetched before = known().get(name);
        Optional<Manifest> manifest = before == null ? Optional.empty() : store.manifest(name);
        ReleaseFetch.Contents fetched = fetch.fetch(name, line, before == null ? null : before.line(), manifest);
        if (before != null
                && before.line().equals(line)
                && before.content().equals(fetched.manifest().content())) {
            return false;
        }
        store.put(name, line, fetched.manifest(), fetched.version());
        known().put(name, new Fetched(line, fetched.manifest().content(), fetched.version(), false));
        return true;
    }

    /**
     * Fetches some again, in turn, though their data versions are the same: of locales a public API tells nothing, and what
     * goes and comes again between two looks is again at 1.
     *
     * @return whether any had changed
     */
    boolean lookAgain(Listing listing) throws ReleaseFetch.MovedException {
        SortedMap<String, JsonNode> lines = listing.of(MirroredKind.RELEASES);
        if (turn.isEmpty()) {
            turn.addAll(lines.keySet());
        }
        boolean changed = false;
        int most = 1;
        for (int looked = 0; looked < most && !turn.isEmpty(); ) {
            String name = turn.remove();
            JsonNode line = lines.get(name);
            Fetched before = known().get(name);
            if (line != null && before != null && before.line().equals(line)) {
                most = line.path("api").asInt() == 0 ? LOOKED_AGAIN : 1;
                changed |= put(name, line);
                looked++;
            }
        }
        return changed;
    }

    Manifest manifest(String name) {
        return store.manifest(name)
                .orElseThrow(() -> new SourceException("release %s was not fetched".formatted(name)));
    }

    /** Keeps that all that is listed is mirrored as it was fetched; what is not listed is forgotten. */
    void applied(Listing listing) {
        SortedMap<String, JsonNode> lines = listing.of(MirroredKind.RELEASES);
        for (Map.Entry<String, Fetched> kept : Map.copyOf(known()).entrySet()) {
            String name = kept.getKey();
            Fetched fetched = kept.getValue();
            if (!lines.containsKey(name)) {
                store.remove(name);
            } else if (!fetched.isApplied()) {
                store.applied(name, fetched.line());
            }
        }
    }

    /** Reads again what is kept, once a write of it has ended. */
    void reload() {
        known.clear();
        loaded = false;
    }

    /** Forgets all: each release is fetched again. */
    void forget() {
        store.clear();
        known.clear();
        turn.clear();
    }
}
