package dev.rehearsal.live.store;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.ReleasePart;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

@Table("release_parts")
record ReleasePartRow(@Id @Embedded.Empty Key key, String hash, int dataVersion) {

    record Key(String name, String path) {}

    ReleasePart toPart() {
        return new ReleasePart(key.path(), new ContentHash(hash), dataVersion);
    }
}
