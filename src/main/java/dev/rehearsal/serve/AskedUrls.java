package dev.rehearsal.serve;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells URLs that are asked again from those that are asked once, which most of the rare ones are: to keep the answers of
 * these costs more than to make them. Remembers {@value #PLACES} hashes, each until another one takes its place, so it may
 * err in either direction. Safe for use by many threads.
 */
final class AskedUrls {

    static final int PLACES = 1 << 16;

    /** Read and written without a lock: what is lost by that is noted the next time. */
    private final int[] hashes = new int[PLACES];

    /** Notes a URL, and says whether it was noted before. */
    boolean note(String path, @Nullable String query) {
        int hash = 31 * path.hashCode() + Objects.hashCode(query);
        int place = (hash ^ hash >>> 16) & (PLACES - 1);
        if (hashes[place] == hash) {
            return true;
        }
        hashes[place] = hash;
        return false;
    }
}
