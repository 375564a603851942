package dev.rehearsal.change;

import java.time.Instant;

/**
 * Tells one version of a set from every other of its id, also from one of the same number that was written before an older
 * state of the database was restored.
 *
 * @param at when the content of the set became what it is
 */
public record ContentVersion(int dataVersion, Instant at) {

    public boolean isOf(ChangeSet set) {
        return set.dataVersion() == dataVersion && set.contentAt().equals(at);
    }
}
