package dev.rehearsal.ui.releases;

import dev.rehearsal.blob.Release;
import dev.rehearsal.history.ReleaseRevision;
import org.jspecify.annotations.Nullable;

/**
 * A release as it was after a write, or as the queue will leave it.
 *
 * @param key by which the address names it: the number of the revision, or {@link #QUEUE}
 * @param release null where it was removed
 */
public record ReleaseVersion(
        String key,
        @Nullable ReleaseRevision revision,
        @Nullable Release release) {

    /** The key of what the queue leaves. */
    static final String QUEUE = "queue";

    static ReleaseVersion of(ReleaseRevision revision) {
        return new ReleaseVersion(
                Long.toString(revision.row().changeId()),
                revision,
                revision.row().content());
    }
}
