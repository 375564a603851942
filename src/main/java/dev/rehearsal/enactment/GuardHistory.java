package dev.rehearsal.enactment;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Since when products are guarded. What a writer of a set gave to a signer lately may have been given for that signoff.
 *
 * @param since when the first requirement or gate of each product was made; by {@link #EVERY} for every product
 * @param readAt when this was read
 */
public record GuardHistory(Map<String, Instant> since, Instant readAt) {

    /** Stands for every product. */
    public static final String EVERY = "";

    /** Nothing is guarded. */
    public static final GuardHistory NONE = new GuardHistory(Map.of(), Instant.EPOCH);

    private static final Duration LATELY = Duration.ofDays(7);

    public GuardHistory {
        since = Map.copyOf(since);
    }

    /** Whether something was given less than seven days ago, and after the first of these products was guarded. */
    boolean isLately(Instant givenAt, Collection<String> products) {
        Instant first = since.entrySet().stream()
                .filter(guard ->
                        guard.getKey().equals(EVERY) || products.isEmpty() || products.contains(guard.getKey()))
                .map(Map.Entry::getValue)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        return givenAt.isAfter(first) && Duration.between(givenAt, readAt).compareTo(LATELY) < 0;
    }
}
