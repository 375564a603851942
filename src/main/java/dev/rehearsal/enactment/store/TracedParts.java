package dev.rehearsal.enactment.store;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.enactment.Provenance;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.StoredContents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds who wrote what is in a part of a release: not only who wrote it last, who may have changed something beside it, or
 * nothing at all.
 */
final class TracedParts {

    /** Each with at most fifty versions. */
    private static final int MOST_PARTS_AT_ONCE = 20;

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

    /**
     * Returns who wrote what each part holds. Contents are read only where it matters whose they are, those of several parts
     * at once.
     *
     * @param byPath the versions of each part, the latest first
     */
    Map<String, Set<Actor>> writersOf(Map<String, List<Version>> byPath) {
        Map<String, Set<Actor>> writers = new HashMap<>();
        Map<String, List<Version>> shared = new LinkedHashMap<>();
        byPath.forEach((path, latestFirst) -> {
            List<Version> versions = different(latestFirst);
            Set<Actor> last =
                    versions.isEmpty() ? Set.of() : versions.getFirst().writers();
            writers.put(path, last);
            if (!versions.stream().allMatch(version -> last.containsAll(version.writers()))) {
                shared.put(path, versions);
            }
        });
        List<Map.Entry<String, List<Version>>> unread = List.copyOf(shared.entrySet());
        for (int from = 0; from < unread.size(); from += MOST_PARTS_AT_ONCE) {
            List<Map.Entry<String, List<Version>>> some =
                    unread.subList(from, Math.min(unread.size(), from + MOST_PARTS_AT_ONCE));
            Map<ContentHash, PartTraces> read = read(some.stream()
                    .flatMap(part -> part.getValue().stream())
                    .map(version -> Objects.requireNonNull(version.content()))
                    .collect(Collectors.toSet()));
            some.forEach(part -> writers.put(part.getKey(), writersOf(part.getValue(), read)));
        }
        return writers;
    }

    private static Set<Actor> writersOf(List<Version> versions, Map<ContentHash, PartTraces> read) {
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

    /** Returns those replacements that leave something of what was there before. */
    Set<Provenance.Replacement> leaving(Set<Provenance.Replacement> replacements) {
        Map<ContentHash, PartTraces> read = read(replacements.stream()
                .flatMap(replacement -> Stream.of(replacement.before(), replacement.after()))
                .collect(Collectors.toSet()));
        return replacements.stream()
                .filter(replacement -> traces(replacement.before(), read).isLeftIn(traces(replacement.after(), read)))
                .collect(Collectors.toSet());
    }

    private Map<ContentHash, PartTraces> read(Set<ContentHash> wanted) {
        Map<ContentHash, PartTraces> read = new HashMap<>();
        if (!wanted.isEmpty()) {
            contents.parts(wanted).forEach((hash, part) -> read.put(hash, PartTraces.of(part)));
        }
        return read;
    }

    private static PartTraces traces(Version version, Map<ContentHash, PartTraces> read) {
        return version.content() == null ? PartTraces.NOTHING : traces(version.content(), read);
    }

    /** What is not kept any more left nothing that could be found. */
    private static PartTraces traces(ContentHash content, Map<ContentHash, PartTraces> read) {
        return read.getOrDefault(content, PartTraces.NOTHING);
    }
}
