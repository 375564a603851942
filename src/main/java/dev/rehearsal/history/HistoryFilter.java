package dev.rehearsal.history;

import dev.rehearsal.ledger.Conditions;
import dev.rehearsal.problem.EpochMillis;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the rows of a history, as Balrog lets its callers choose; null for any.
 *
 * @param product exactly
 * @param channel exactly as the row writes it
 * @param from inclusive
 * @param to inclusive
 */
public record HistoryFilter(
        @Nullable String changedBy,
        @Nullable Long changeId,
        @Nullable Integer dataVersion,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String product,
        @Nullable String channel) {

    /** Returns what says who wrote which row when, of a table of this name, with a dot; empty where there is one only. */
    public Conditions written(String table) {
        return new Conditions()
                .andIfGiven(table + "changed_by = ?", changedBy)
                .andIfGiven(table + "change_id = ?", changeId)
                .andIfGiven(table + "changed_at >= ?", EpochMillis.of(from))
                .andIfGiven(table + "changed_at <= ?", EpochMillis.of(to));
    }

    /** Returns these conditions for one table, with the data version, leaving out that something was removed. */
    public Conditions conditions() {
        return written("").and("data_version is not null").andIfGiven("data_version = ?", dataVersion);
    }
}
