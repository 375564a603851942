package dev.rehearsal.change.store;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** @param state draft, pending, held, enacted or withdrawn; the last two with who and when. One that is disarmed stays pending */
@Table("change_sets")
record ChangeSetRow(
        @Id @Nullable Long id,
        String title,
        String author,
        long createdAt,
        long due,
        String state,
        @Nullable String endedBy,
        @Nullable Long endedAt,
        long contentAt,
        @Nullable Long disarmedAt,
        @Nullable String disarmedReason,
        @Nullable String armedBy,
        int dataVersion) {}
