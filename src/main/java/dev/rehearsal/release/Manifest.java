package dev.rehearsal.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a release's blob is put together from: the content of its base part and of each part per locale.
 *
 * @param parts by path; {@code .} is the base, {@code .platforms.P.locales.L} one locale of one platform
 */
public record Manifest(SortedMap<String, ContentHash> parts) {

    /** The path of the part that holds everything but locales. */
    public static final String BASE = ".";

    public Manifest {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** SHA-256 over the paths and hashes in order: what a {@link Release} is known by. */
    public ContentHash content() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach((path, hash) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(hash.value().getBytes(StandardCharsets.US_ASCII));
            });
            return new ContentHash(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
