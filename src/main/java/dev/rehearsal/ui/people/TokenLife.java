package dev.rehearsal.ui.people;

import dev.rehearsal.ui.frame.Messages;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The life of a new token says how long it shall be good. */
enum TokenLife {
    MONTH("month", Duration.ofDays(30)),
    QUARTER("quarter", Duration.ofDays(90)),
    YEAR("year", Duration.ofDays(365)),
    FOR_EVER("for-ever", null);

    private static final Messages MESSAGES = Messages.beside(TokenLife.class);

    private final String key;
    private final @Nullable Duration length;

    TokenLife(String key, @Nullable Duration length) {
        this.key = key;
        this.length = length;
    }

    String words() {
        return MESSAGES.get("token.life." + key);
    }

    /** Returns when a token that starts now ends; null for never. */
    @Nullable
    Instant endingFrom(Instant start) {
        return length == null ? null : start.plus(length);
    }
}
