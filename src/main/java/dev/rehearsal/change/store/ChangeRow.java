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
        int dataVersion) {}
