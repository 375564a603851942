package dev.rehearsal.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the history of rules are wanted, as Balrog lets its callers choose; null for any.
 *
 * @param product exactly
 * @param channel exactly as rules write it
 * @param from inclusive
 * @param to inclusive
 */
public record RuleHistoryFilter(
        @Nullable String changedBy,
        @Nullable Long changeId,
        @Nullable Integer dataVersion,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String product,
        @Nullable String channel) {}
