package dev.rehearsal.blob;

import dev.rehearsal.matching.ReleaseName;
import org.jspecify.annotations.Nullable;

/**
 * One file of a locale.
 *
 * @param from as it stands in the blob: a release's name, or {@code *}
 * @param source the release it updates from; null where it updates from any
 * @param size in bytes, as text
 * @param fileUrl wins over the URLs of the release; null where those decide
 * @param proof of inclusion in a transparency log
 */
record Patch(
        String from,
        @Nullable ReleaseName source,
        String hashValue,
        String size,
        @Nullable String fileUrl,
        @Nullable String proof) {

    static final String FROM_ANY = "*";

    /** The kinds of file: one brings the whole release, the other the difference to one older release. */
    enum Kind {
        COMPLETE("complete", "completes"),
        PARTIAL("partial", "partials");

        /** The {@code type} attribute, and the key in blobs of schemas 1 and 2. */
        final String wireName;

        /** The key in blobs since schema 3. */
        final String listKey;

        Kind(String wireName, String listKey) {
            this.wireName = wireName;
            this.listKey = listKey;
        }
    }
}
