package dev.rehearsal.live.store;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Release;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.matching.ReleaseName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("releases_history")
record ReleaseHistoryRow(
        @Id @Nullable Long changeId,
        String changedBy,
        long changedAt,
        @Nullable Long changeSetId,
        String name,
        @Nullable String product,
        @Nullable Boolean readOnly,
        @Nullable String content,
        @Nullable Integer dataVersion,
        @Nullable Long incarnation) {

    static ReleaseHistoryRow written(Write write, Release release) {
        return new ReleaseHistoryRow(
                null,
                write.by().name(),
                write.at().toEpochMilli(),
                write.changeSet(),
                release.name().value(),
                release.product(),
                release.readOnly(),
                release.content().value(),
                release.dataVersion(),
                release.incarnation());
    }

    /** Empty where the release was removed. */
    Optional<Release> toRelease() {
        return product == null || readOnly == null || content == null || dataVersion == null
                ? Optional.empty()
                : Optional.of(new Release(
                        new ReleaseName(name),
                        product,
                        readOnly,
                        dataVersion,
                        new ContentHash(content),
                        incarnation == null ? 0 : incarnation));
    }

    static ReleaseHistoryRow removed(Write write, ReleaseName name) {
        return new ReleaseHistoryRow(
                null,
                write.by().name(),
                write.at().toEpochMilli(),
                write.changeSet(),
                name.value(),
                null,
                null,
                null,
                null,
                null);
    }
}
