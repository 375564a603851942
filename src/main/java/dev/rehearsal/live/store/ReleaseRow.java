package dev.rehearsal.live.store;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("releases")
record ReleaseRow(
        @Id String name, String product, boolean readOnly, String content, int dataVersion, long incarnation) {

    static ReleaseRow of(Release release) {
        return new ReleaseRow(
                release.name().value(),
                release.product(),
                release.readOnly(),
                release.content().value(),
                release.dataVersion(),
                release.incarnation());
    }

    Release toRelease() {
        return new Release(
                new ReleaseName(name), product, readOnly, dataVersion, new ContentHash(content), incarnation);
    }
}
