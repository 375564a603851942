package dev.rehearsal.live;

import org.jspecify.annotations.Nullable;

/** Stops the updates of one product on one channel, by exact name. */
public record Shutoff(
        String product, String channel, @Nullable String comment, int dataVersion) {}
