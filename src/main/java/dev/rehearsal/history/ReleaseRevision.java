package dev.rehearsal.history;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Release;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.matching.ReleaseName;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A release from a write on, until the next one.
 *
 * @param row who wrote it, when and through which set; without content where the release was removed
 * @param parts the parts that were written with it, by path, each with its content; empty where the part was removed
 */
public record ReleaseRevision(ReleaseName name, Revision<Release> row, SortedMap<String, Optional<ContentHash>> parts) {

    public ReleaseRevision {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }
}
