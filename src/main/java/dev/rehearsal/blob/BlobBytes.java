package dev.rehearsal.blob;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A blob in the bytes that it will be stored as.
 *
 * @param parts canonical JSON by hash, not compressed
 */
public record BlobBytes(Manifest manifest, Map<ContentHash, byte[]> parts) {

    public static BlobBytes of(JsonNode blob) {
        Map<ContentHash, byte[]> bytes = new HashMap<>();
        SortedMap<String, ContentHash> hashes = new TreeMap<>();
        BlobParts.split(blob).byPath().forEach((path, part) -> {
            byte[] canonical = CanonicalJson.bytes(part);
            ContentHash hash = Digest.of(canonical);
            bytes.put(hash, canonical);
            hashes.put(path, hash);
        });
        return new BlobBytes(new Manifest(hashes), bytes);
    }
}
