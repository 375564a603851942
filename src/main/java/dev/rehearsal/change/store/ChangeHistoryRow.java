package dev.rehearsal.change.store;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("changes_history")
record ChangeHistoryRow(
        @Id @Nullable Long changeId,
        String changedBy,
        long changedAt,
        long scId,
        long setId,
        int place,
        String object,
        String changeType,
        String target,
        @Nullable String content,
        @Nullable String writtenBy,
        @Nullable Integer dataVersion) {}
