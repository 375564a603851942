package dev.rehearsal.enactment.store;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.StoredContents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds who wrote what is in a part of a release: not only who wrote it last, who may have changed something beside it, or
 * nothing at all.
 */
final class TracedParts {

    private final StoredContents contents;

    TracedParts(StoredContents contents) {
        this.contents = contents;
    }

    /**
     * A row of a part's history.
     *
     * @param content null where the part was removed
     * @param writers who wrote the change that made it so
     */
    record Version(@Nullable ContentHash content, Set<Actor> writers) {

        Version and(Version other) {
            Set<Actor> both = new HashSet<>(writers);
            both.addAll(other.writers);
            return new Version(content, both);
        }
    }

    /** Contents are read only where it matters whose they are. */
    Set<Actor> writersOf(List<Version> latestFirst) {
        List<Version> versions = different(latestFirst);
        if (versions.isEmpty()) {
            return Set.of();
        }
        Map<ContentHash, PartTraces> read = new HashMap<>();
        Set<Actor> writers = new HashSet<>(versions.getFirst().writers());
        for (int place = 1; place < versions.size(); place++) {
            Version version = versions.get(place);
            if (!writers.containsAll(version.writers())
                    && traces(version, read)
                            .isFoundIn(
                                    traces(versions.getFirst(), read),
                                    place + 1 < versions.size()
                                            ? traces(versions.get(place + 1), read)
                                            : PartTraces.NOTHING)) {
                writers.addAll(version.writers());
            }
        }
        return Set.copyOf(writers);
    }

    /** Leaves out who wrote the same again, and what was before the part was removed. */
    private static List<Version> different(List<Version> latestFirst) {
        List<Version> different = new ArrayList<>();
        for (Version version : latestFirst) {
            if (version.content() == null) {
                break;
            }
            if (!different.isEmpty()
                    && version.content().equals(different.getLast().content())) {
                different.removeLast();
            }
            different.add(version);
        }
        return different;
    }

    /** Whether a later content of a part holds something of an earlier one. */
    boolean isLeftOf(ContentHash earlier, ContentHash later) {
        Map<ContentHash, PartTraces> read = new HashMap<>();
        return traces(earlier, read).isLeftIn(traces(later, read));
    }

    private PartTraces traces(Version version, Map<ContentHash, PartTraces> read) {
        return version.content() == null ? PartTraces.NOTHING : traces(version.content(), read);
    }

    /** What is not kept any more left nothing that could be found. */
    private PartTraces traces(ContentHash content, Map<ContentHash, PartTraces> read) {
        return read.computeIfAbsent(
                content, unread -> contents.part(unread).map(PartTraces::of).orElse(PartTraces.NOTHING));
    }
}
