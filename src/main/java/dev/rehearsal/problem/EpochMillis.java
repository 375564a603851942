package dev.rehearsal.problem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells times in milliseconds since 1970 from those in other units, which make sense of another age. */
public final class EpochMillis {

    /** In the year 5138, which in microseconds is 1973. */
    private static final long AFTER_ALL = 100_000_000_000_000L;

    /** In March 1973, which in seconds is the year 5138. */
    private static final long BEFORE_ALL = 100_000_000_000L;

    private static final String HINT = ": send milliseconds since 1970, such as 1795694400000";

    private EpochMillis() {}

    /** Returns a time in milliseconds; null for none. */
    public static @Nullable Long of(@Nullable Instant time) {
        return time == null ? null : (Long) time.toEpochMilli();
    }

    /** Returns why nobody means this time, to stand after the name of its field; null for a time that somebody may mean. */
    public static @Nullable String refusal(long millis) {
        if (millis < 0) {
            return "must be a time in milliseconds since 1970";
        }
        if (millis >= AFTER_ALL) {
            return "lies thousands of years ahead, as microseconds would" + HINT;
        }
        return millis > 0 && millis < BEFORE_ALL ? "lies in the seventies, as seconds would" + HINT : null;
    }
}
