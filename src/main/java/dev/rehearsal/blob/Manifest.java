package dev.rehearsal.blob;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The manifest of a release says what its blob is put together from: the content of its base part and of each part per
 * locale.
 *
 * @param parts by path; {@code .} is the base, {@code .platforms.P.locales.L} one locale of one platform
 */
public record Manifest(SortedMap<String, ContentHash> parts) {

    public Manifest {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** What a {@link Release} is known by; changing one part does not need the others. */
    public ContentHash content() {
        return BlobParts.contentHash(parts);
    }
}
