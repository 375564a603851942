package dev.rehearsal.change.store;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** @param content as {@link ChangeJson} writes it */
@Table("changes")
record ChangeRow(
        @Id @Nullable Long id,
        long setId,
        int place,
        String object,
        String changeType,
        String target,
        String content,
        String writtenBy,
        int dataVersion) {

    ChangeRow at(int other) {
        return new ChangeRow(id, setId, other, object, changeType, target, content, writtenBy, dataVersion);
    }

    ChangeRow by(String other) {
        return new ChangeRow(id, setId, place, object, changeType, target, content, other, dataVersion);
    }

    /** As its history tells its end: without content. */
    ChangeRow removed() {
        return new ChangeRow(id, setId, place, object, changeType, target, "", writtenBy, dataVersion);
    }
}
