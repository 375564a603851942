package dev.rehearsal.live.store;

import dev.rehearsal.blob.ReleasePart;
import dev.rehearsal.ledger.Entry;
import dev.rehearsal.matching.ReleaseName;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** @param releaseChangeId the row of the release's own history that was written with it */
@Table("release_parts_history")
record ReleasePartHistoryRow(
        @Id @Nullable Long changeId,
        String changedBy,
        long changedAt,
        @Nullable Long changeSetId,
        String name,
        String path,
        @Nullable String hash,
        @Nullable Integer dataVersion,
        long releaseChangeId) {

    static ReleasePartHistoryRow written(Entry entry, long releaseChange, ReleaseName name, ReleasePart part) {
        return new ReleasePartHistoryRow(
                null,
                entry.by().name(),
                entry.at().toEpochMilli(),
                entry.changeSet(),
                name.value(),
                part.path(),
                part.hash().value(),
                part.dataVersion(),
                releaseChange);
    }

    static ReleasePartHistoryRow removed(Entry entry, long releaseChange, ReleaseName name, String path) {
        return new ReleasePartHistoryRow(
                null,
                entry.by().name(),
                entry.at().toEpochMilli(),
                entry.changeSet(),
                name.value(),
                path,
                null,
                null,
                releaseChange);
    }
}
