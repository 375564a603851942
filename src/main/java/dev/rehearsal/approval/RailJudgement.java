package dev.rehearsal.approval;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one step under the terms of a guard rail.
 *
 * @param reasons sentences for people, the weightiest first
 * @param sample digest of the requests that were looked at; null where none were needed, or there were none
 */
public record RailJudgement(
        Result result, List<String> reasons, @Nullable String sample, Instant at) {

    /** How it came out. */
    public enum Result {
        PASS,
        FAIL,
        CANNOT_SAY;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RailJudgement {
        reasons = List.copyOf(reasons);
    }
}
