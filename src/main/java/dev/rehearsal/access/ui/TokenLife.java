package dev.rehearsal.access.ui;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a new token shall be good. */
enum TokenLife {
    MONTH("for 30 days", Duration.ofDays(30)),
    QUARTER("for 90 days", Duration.ofDays(90)),
    YEAR("for a year", Duration.ofDays(365)),
    FOR_EVER("until revoked", null);

    private final String words;
    private final @Nullable Duration length;

    TokenLife(String words, @Nullable Duration length) {
        this.words = words;
        this.length = length;
    }

    String words() {
        return words;
    }

    /** Null for never. */
    @Nullable
    Instant endingFrom(Instant start) {
        return length == null ? null : start.plus(length);
    }
}
