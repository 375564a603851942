package dev.rehearsal.enactment;

import dev.rehearsal.access.GivenPower;
import dev.rehearsal.ledger.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Since when products are guarded. What a writer of a set gave to a signer lately may have been given for that signoff.
 *
 * @param since when the first requirement or gate of each product was made; by {@link #EVERY} for every product
 * @param readAt when this was read
 * @param powers who was enabled by whom to give, in the seven days before that at least
 */
public record GuardHistory(Map<String, Instant> since, Instant readAt, List<GivenPower> powers) {

    /** Stands for every product. */
    public static final String EVERY = "";

    /** Nothing is guarded. */
    public static final GuardHistory NONE = new GuardHistory(Map.of(), Instant.EPOCH);

    /** For how long what a writer gave to a signer does not count. */
    static final Duration LATELY = Duration.ofDays(7);

    public GuardHistory {
        since = Map.copyOf(since);
        powers = List.copyOf(powers);
    }

    public GuardHistory(Map<String, Instant> since, Instant readAt) {
        this(since, readAt, List.of());
    }

    /** Returns this one, whoever lately enabled them to give, whoever enabled those, and so on. */
    Set<Actor> behind(Actor giver, Collection<String> products) {
        Set<Actor> behind = new LinkedHashSet<>(Set.of(giver));
        boolean more = true;
        while (more) {
            more = false;
            for (GivenPower power : powers) {
                more |= behind.contains(power.to()) && isLately(power.at(), products) && behind.add(power.by());
            }
        }
        return behind;
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
