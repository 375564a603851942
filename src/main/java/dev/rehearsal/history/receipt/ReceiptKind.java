package dev.rehearsal.history.receipt;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of receipt tell what it is about. */
public enum ReceiptKind {
    /** A set went live. */
    ENACTED("enacted", null),
    /** What was seen of it an hour later. */
    AFTER_AN_HOUR("after_1h", Duration.ofHours(1)),
    /** What was seen of it a day later. */
    AFTER_A_DAY("after_24h", Duration.ofHours(24));

    private static final String TYPES = "https://rehearsal.dev/attestation/";

    private final String wireName;
    private final @Nullable Duration after;

    ReceiptKind(String wireName, @Nullable Duration after) {
        this.wireName = wireName;
        this.after = after;
    }

    public String wireName() {
        return wireName;
    }

    /** Returns how long after the enactment it is made; null for the first one. */
    public @Nullable Duration after() {
        return after;
    }

    String predicateType() {
        return TYPES + (after == null ? "enactment/v1" : "observation/v1");
    }

    public static Optional<ReceiptKind> named(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(word))
                .findFirst();
    }
}
