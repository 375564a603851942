package dev.rehearsal.live;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.rehearsal.blob.Blob;
import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.BlobReadResult;
import dev.rehearsal.blob.BlobReader;
import dev.rehearsal.blob.CanonicalJson;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.ContentNotKeptException;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.References;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.store.ContentStore;
import dev.rehearsal.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Release contents from the database: parts are loaded, joined and compiled when first asked for, and the compiled form
 * is kept in a cache that is bounded by memory, not by number.
 */
@Component
public class StoredContents implements ReleaseContents {

    /** A quarter of the heap: compiled releases are what most of it is for. */
    private static final long CACHE_BYTES = Runtime.getRuntime().maxMemory() / 4;

    /** How long a staged content is known without being part of a snapshot: somebody may be looking at it. */
    public static final Duration GRACE = Duration.ofHours(1);

    private final ContentStore store;
    private final BlobReader reader;
    private final Clock clock;
    private final Map<ContentHash, Registered> manifests = new ConcurrentHashMap<>();
    private final Map<ContentHash, References> references = new ConcurrentHashMap<>();
    private final Map<ContentHash, List<Problem>> problems = new ConcurrentHashMap<>();
    private final LoadingCache<ContentHash, Blob> blobs;

    StoredContents(ContentStore store, BlobReader reader, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.clock = clock;
        this.blobs = Caffeine.newBuilder()
                .maximumWeight(CACHE_BYTES)
                .weigher((ContentHash content, Blob blob) -> blob.weight())
                .build(this::compile);
    }

    private record Registered(Manifest manifest, Instant since) {}

    @Override
    public Blob blob(ContentHash content) {
        return blobs.get(content);
    }

    /** Returns up to which sum of {@link Blob#weight() weights} compiled blobs are kept. */
    public long capacity() {
        return CACHE_BYTES;
    }

    @Override
    public Manifest manifest(ContentHash content) {
        return findManifest(content).orElseThrow(() -> new ContentNotKeptException(content));
    }

    /** The parts of a content that a release has or had; empty if no table tells. */
    public Optional<Manifest> findManifest(ContentHash content) {
        Registered registered = manifests.get(content);
        if (registered != null) {
            return Optional.of(registered.manifest());
        }
        Optional<Manifest> stored = store.manifest(content);
        stored.ifPresent(this::register);
        return stored;
    }

    @Override
    public References references(ContentHash content) {
        References known = references.get(content);
        if (known == null) {
            known = store.references(content).orElseGet(() -> References.of(blob(content)));
            references.put(content, known);
        }
        return known;
    }

    @Override
    public List<Problem> problems(ContentHash content) {
        if (isAccepted(content)) {
            return List.of();
        }
        return problems.computeIfAbsent(content, this::flaws);
    }

    @Override
    public List<Problem> flaws(ContentHash content) {
        return switch (reader.readStored(parts(manifest(content)))) {
            case BlobReadResult.Accepted _ -> List.of();
            case BlobReadResult.Rejected(List<Problem> found) -> found;
        };
    }

    /** Only of what was accepted references are kept. */
    private boolean isAccepted(ContentHash content) {
        if (references.containsKey(content)) {
            return true;
        }
        if (problems.containsKey(content)) {
            return false;
        }
        Optional<References> stored = store.references(content);
        stored.ifPresent(found -> references.put(content, found));
        return stored.isPresent();
    }

    @Override
    public ContentHash register(Manifest manifest) {
        ContentHash content = manifest.content();
        manifests.put(content, new Registered(manifest, clock.instant()));
        return content;
    }

    /** The blob as JSON, as it was handed in but for the order of keys. */
    public JsonNode json(ContentHash content) {
        return json(manifest(content));
    }

    /** Returns what a content holds for one locale of one platform; an alias is not followed (a Balrog fact). */
    public Optional<JsonNode> locale(ContentHash content, String platform, String locale) {
        SortedMap<String, ContentHash> parts = manifest(content).parts();
        String path = BlobParts.localePath(platform, locale);
        JsonNode found = parts.containsKey(path)
                ? stored(Objects.requireNonNull(parts.get(path)))
                : stored(Objects.requireNonNull(parts.get(BlobParts.BASE_PATH)))
                        .path("platforms")
                        .path(platform)
                        .path("locales")
                        .path(locale);
        return found.isMissingNode() ? Optional.empty() : Optional.of(found);
    }

    /** Puts the parts of a release together as JSON, without remembering it. */
    public JsonNode json(Manifest manifest) {
        return BlobParts.of(parts(manifest)).join();
    }

    /** One stored part on its own; empty if there is none with this content. */
    public Optional<JsonNode> part(ContentHash part) {
        return Optional.ofNullable(store.parts(Set.of(part)).get(part)).map(CanonicalJson::parse);
    }

    /** Stored parts on their own; those that are not stored are left out. */
    public Map<ContentHash, JsonNode> parts(Collection<ContentHash> hashes) {
        Map<ContentHash, JsonNode> parts = new HashMap<>();
        store.parts(hashes).forEach((hash, bytes) -> parts.put(hash, CanonicalJson.parse(bytes)));
        return parts;
    }

    private JsonNode stored(ContentHash part) {
        return part(part).orElseThrow(() -> new ContentNotKeptException(part));
    }

    private Map<String, JsonNode> parts(Manifest manifest) {
        Map<ContentHash, byte[]> bytes = store.parts(Set.copyOf(manifest.parts().values()));
        Map<String, JsonNode> parts = new HashMap<>();
        manifest.parts().forEach((path, hash) -> {
            byte[] part = bytes.get(hash);
            if (part == null) {
                throw new ContentNotKeptException(hash);
            }
            parts.put(path, CanonicalJson.parse(part));
        });
        return parts;
    }

    /** Reads the references of all live releases at once, instead of one by one when they are asked for. */
    public void loadLiveReferences() {
        references.putAll(store.liveReferences());
    }

    /** Loads what other releases they name of those of these contents that were live once. */
    public void loadReferences(Collection<ContentHash> contents) {
        List<ContentHash> unknown = contents.stream()
                .filter(content -> !references.containsKey(content))
                .toList();
        references.putAll(store.references(unknown));
    }

    /** Returns parts of contents that were handed in before a time for the last time, and were never live. */
    public Set<ContentHash> partsNeverLive(Instant storedBefore) {
        return store.neverLive(storedBefore);
    }

    /** Removes parts that nothing needs; the write is proof that nobody else writes meanwhile. */
    public void removeParts(Write write, Set<ContentHash> parts) {
        store.removeParts(parts);
    }

    /** Forgets staged contents that no snapshot holds any more and nobody can still be looking at. */
    public void forgetAllBut(Set<ContentHash> inUse) {
        Instant before = clock.instant().minus(GRACE);
        manifests
                .entrySet()
                .removeIf(write -> !inUse.contains(write.getKey())
                        && write.getValue().since().isBefore(before));
        references.keySet().removeIf(content -> !inUse.contains(content) && !manifests.containsKey(content));
        problems.keySet().removeIf(content -> !manifests.containsKey(content));
    }

    /** Whatever is stored was checked on its way in. */
    private Blob compile(ContentHash content) {
        return BlobReader.compile(json(content));
    }
}
