package dev.rehearsal.live.store;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** The data version is null where the shutoff was removed. */
@Table("shutoffs_history")
record ShutoffHistoryRow(
        @Id @Nullable Long changeId,
        String changedBy,
        long changedAt,
        @Nullable Long changeSetId,
        String product,
        String channel,
        @Nullable String comment,
        @Nullable Integer dataVersion) {}
