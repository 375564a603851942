package dev.rehearsal.change.store;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("change_sets_history")
record ChangeSetHistoryRow(
        @Id @Nullable Long changeId,
        String changedBy,
        long changedAt,
        long setId,
        String title,
        String author,
        long due,
        String state,
        @Nullable Long createdAt,
        long contentAt,
        @Nullable Long disarmedAt,
        @Nullable String disarmedReason,
        @Nullable String armedBy,
        int dataVersion) {}
