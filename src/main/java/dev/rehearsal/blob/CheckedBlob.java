package dev.rehearsal.blob;

import dev.rehearsal.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A blob that was checked, in the parts that it will be stored in. */
public final class CheckedBlob {

    /** What a path of a part has room for where it is stored. */
    private static final int LONGEST_PATH = 300;

    private final Manifest manifest;
    private final References references;
    private final Map<ContentHash, byte[]> parts;
    private final List<Problem> warnings;

    private CheckedBlob(
            Manifest manifest, References references, Map<ContentHash, byte[]> parts, List<Problem> warnings) {
        this.manifest = manifest;
        this.references = references;
        this.parts = parts;
        this.warnings = warnings;
    }

    public static CheckedBlob of(JsonNode blob, BlobReading.Accepted accepted) {
        Map<ContentHash, byte[]> bytes = new HashMap<>();
        SortedMap<String, ContentHash> hashes = new TreeMap<>();
        BlobParts.split(blob).byPath().forEach((path, part) -> {
            byte[] canonical = CanonicalJson.bytes(part);
            ContentHash hash = Digest.of(canonical);
            bytes.put(hash, canonical);
            hashes.put(path, hash);
        });
        return new CheckedBlob(new Manifest(hashes), References.of(accepted.blob()), bytes, accepted.warnings());
    }

    /** In how many parts it is stored. */
    public int size() {
        return manifest.parts().size();
    }

    /** What is accepted but will not work as it looks. */
    public List<Problem> warnings() {
        return warnings;
    }

    public List<Problem> problems() {
        return manifest.parts().keySet().stream()
                .filter(path -> path.length() > LONGEST_PATH)
                .map(path -> new Problem(
                        path.substring(1),
                        "The names of the platform and the locale are too long to be stored: at most %d characters"
                                .formatted(LONGEST_PATH)))
                .toList();
    }

    public Manifest manifest() {
        return manifest;
    }

    public References references() {
        return references;
    }

    /** Canonical JSON of each part, not compressed. */
    public Map<ContentHash, byte[]> parts() {
        return parts;
    }
}
