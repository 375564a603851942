package dev.rehearsal.live;

import dev.rehearsal.blob.Blob;
import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.BlobReadResult;
import dev.rehearsal.blob.BlobReader;
import dev.rehearsal.blob.CanonicalJson;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.References;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Release contents that a test hands over as JSON. Safe for use by many threads. */
public final class InMemoryContents implements ReleaseContents {

    private static final BlobReader READER = new BlobReader();

    private final Map<ContentHash, JsonNode> parts = new ConcurrentHashMap<>();
    private final Map<ContentHash, Manifest> manifests = new ConcurrentHashMap<>();
    private final Map<ContentHash, Blob> blobs = new ConcurrentHashMap<>();
    private final Map<ContentHash, References> references = new ConcurrentHashMap<>();
    private final Map<ContentHash, List<Problem>> problems = new ConcurrentHashMap<>();

    /** Keeps a blob that must be valid; the name goes into it. */
    public Manifest put(String name, String json) {
        return put(read(json.replaceFirst("\\{", "{\"name\": \"" + name + "\", ")));
    }

    /** Keeps a blob that must be valid. */
    public Manifest put(JsonNode blob) {
        BlobParts split = BlobParts.split(blob);
        parts.putAll(byHash(split.byPath()));
        Manifest manifest = new Manifest(split.hashes());
        List<Problem> found = problems(register(manifest));
        if (!found.isEmpty()) {
            throw new AssertionError("not a valid blob: " + blob + ": " + found);
        }
        return manifest;
    }

    /** Keeps one part of some blob, whether or not any blob is valid with it. */
    public ContentHash putPart(String json) {
        JsonNode part = read(json);
        ContentHash hash = CanonicalJson.hash(part);
        parts.put(hash, part);
        return hash;
    }

    /** From now on everything that others know, too. */
    public void knowAlso(InMemoryContents others) {
        parts.putAll(others.parts);
        manifests.putAll(others.manifests);
    }

    @Override
    public Manifest manifest(ContentHash content) {
        Manifest manifest = manifests.get(content);
        if (manifest == null) {
            throw new IllegalStateException("no such content: " + content);
        }
        return manifest;
    }

    @Override
    public References references(ContentHash content) {
        return references.computeIfAbsent(content, missing -> References.of(blob(missing)));
    }

    @Override
    public List<Problem> problems(ContentHash content) {
        return problems.computeIfAbsent(content, this::flaws);
    }

    @Override
    public List<Problem> flaws(ContentHash content) {
        return switch (READER.readStored(partsOf(content))) {
            case BlobReadResult.Accepted _ -> List.of();
            case BlobReadResult.Rejected(List<Problem> found) -> found;
        };
    }

    @Override
    public ContentHash register(Manifest manifest) {
        ContentHash content = manifest.content();
        manifests.putIfAbsent(content, manifest);
        return content;
    }

    @Override
    public Blob blob(ContentHash content) {
        return blobs.computeIfAbsent(
                content,
                missing -> BlobReader.compile(BlobParts.of(partsOf(missing)).join()));
    }

    private Map<String, JsonNode> partsOf(ContentHash content) {
        Map<String, JsonNode> byPath = new HashMap<>();
        manifest(content).parts().forEach((path, hash) -> {
            JsonNode part = parts.get(hash);
            if (part == null) {
                throw new IllegalStateException("no such part: " + hash);
            }
            byPath.put(path, part);
        });
        return byPath;
    }

    private static Map<ContentHash, JsonNode> byHash(Map<String, JsonNode> byPath) {
        Map<ContentHash, JsonNode> hashed = new HashMap<>();
        byPath.values().forEach(part -> hashed.put(CanonicalJson.hash(part), part));
        return hashed;
    }

    private static JsonNode read(String json) {
        return CanonicalJson.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
