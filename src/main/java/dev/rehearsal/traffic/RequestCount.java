package dev.rehearsal.traffic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The number of requests that came: of all of them, not of a sample.
 *
 * @param invented how many of them nobody made: those of the demo
 * @param last when the last came, to the minute; null where none did
 */
public record RequestCount(
        long asked, long invented, @Nullable Instant last) {

    public static final RequestCount NONE = new RequestCount(0, null);

    /** Counts what clients asked. */
    public RequestCount(long asked, @Nullable Instant last) {
        this(asked, 0, last);
    }

    public RequestCount and(RequestCount other) {
        return new RequestCount(asked + other.asked, invented + other.invented, later(last, other.last));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
