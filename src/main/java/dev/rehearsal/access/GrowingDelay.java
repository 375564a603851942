package dev.rehearsal.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Makes each failure after some wait twice as long as the one before; an hour without one is a new beginning. */
final class GrowingDelay {

    private static final long MOST_KEYS = 100_000;
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;

    private final Cache<String, Tries> tries = Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterWrite(FORGOTTEN)
            .build();
    private final int free;
    private final Clock clock;

    /** @param free how many may fail without a wait */
    GrowingDelay(int free, Clock clock) {
        this.free = free;
        this.clock = clock;
    }

    private record Tries(int count, Instant last, Instant next) {}

    /** Counts one more as failed; where it comes too early it is not counted, and this says how long to wait. */
    Optional<Duration> take(String key) {
        Instant now = clock.instant();
        AtomicReference<Duration> wait = new AtomicReference<>(Duration.ZERO);
        tries.asMap().compute(key, (same, known) -> {
            if (known != null && now.isBefore(known.next())) {
                wait.set(Duration.between(now, known.next()));
                return known;
            }
            int count = 1 + (known == null || !now.isBefore(known.last().plus(FORGOTTEN)) ? 0 : known.count());
            return new Tries(count, now, now.plus(delayAfter(count)));
        });
        return wait.get().isZero() ? Optional.empty() : Optional.of(wait.get());
    }

    void forget(String key) {
        tries.invalidate(key);
    }

    private Duration delayAfter(int count) {
        if (count < free) {
            return Duration.ZERO;
        }
        Duration delay = FIRST.multipliedBy(1L << Math.min(count - free, MOST_DOUBLINGS));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}
