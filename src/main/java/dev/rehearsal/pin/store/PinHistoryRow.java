package dev.rehearsal.pin.store;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** Mapping and data version are null where the pin was removed. */
@Table("pins_history")
record PinHistoryRow(
        @Id @Nullable Long changeId,
        String changedBy,
        long changedAt,
        @Nullable Long changeSetId,
        String product,
        String channel,
        String version,
        @Nullable String mapping,
        @Nullable Integer dataVersion) {}
