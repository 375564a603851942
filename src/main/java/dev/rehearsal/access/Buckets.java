package dev.rehearsal.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token bucket for each of many keys; of keys that nobody uses any more, and of too many, the oldest are forgotten. */
final class Buckets {

    private static final long MOST_KEYS = 100_000;

    private final @Nullable LoadingCache<String, Bucket> buckets;

    /** @param limit null for none */
    private Buckets(@Nullable Bandwidth limit, Duration fullAgain) {
        this.buckets = limit == null
                ? null
                : Caffeine.newBuilder()
                        .maximumSize(MOST_KEYS)
                        .expireAfterAccess(fullAgain)
                        .build(key -> Bucket.builder().addLimit(limit).build());
    }

    /** @param perPeriod 0 or less for no limit */
    static Buckets of(int capacity, int perPeriod, Duration period) {
        if (perPeriod <= 0) {
            return new Buckets(null, period);
        }
        int most = Math.max(1, capacity);
        Bandwidth limit = Bandwidth.builder()
                .capacity(most)
                .refillGreedy(perPeriod, period)
                .build();
        return new Buckets(limit, period.multipliedBy(most / perPeriod + 1L));
    }

    /** Takes one; where there is none left, says how long to wait for it. */
    Optional<Duration> take(String key) {
        if (buckets == null) {
            return Optional.empty();
        }
        ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    void giveBack(String key) {
        if (buckets != null) {
            buckets.get(key).addTokens(1);
        }
    }
}
