package dev.rehearsal.preview;

import dev.rehearsal.release.Blob;
import dev.rehearsal.release.BlobReader;
import dev.rehearsal.release.ContentHash;
import dev.rehearsal.release.Manifest;
import dev.rehearsal.release.Problem;
import dev.rehearsal.release.References;
import dev.rehearsal.release.ReleaseContents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Application releases that stand for themselves: each is one part, and none refers to another. */
final class InMemoryContents implements ReleaseContents {

    private final Map<ContentHash, Manifest> manifests = new HashMap<>();
    private final Map<ContentHash, Blob> blobs = new HashMap<>();

    Manifest put(String json) {
        ContentHash part = new ContentHash("%064x".formatted(json.hashCode() & 0xFFFF_FFFFL));
        Manifest manifest = new Manifest(new TreeMap<>(Map.of(".", part)));
        blobs.put(register(manifest), BlobReader.compile(JsonMapper.shared().readTree(json)));
        return manifest;
    }

    @Override
    public Manifest manifest(ContentHash content) {
        return Objects.requireNonNull(manifests.get(content));
    }

    @Override
    public References references(ContentHash content) {
        return new References(Set.of(), Set.of(), Set.of(), "");
    }

    @Override
    public ContentHash register(Manifest manifest) {
        manifests.put(manifest.content(), manifest);
        return manifest.content();
    }

    /** All of these are valid. */
    public List<Problem> problems(ContentHash content) {
        return List.of();
    }

    @Override
    public Blob blob(ContentHash content) {
        return Objects.requireNonNull(blobs.get(content));
    }
}
