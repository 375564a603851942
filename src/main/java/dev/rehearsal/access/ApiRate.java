package dev.rehearsal.access;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Counts requests to the API, so that a runaway script does not stop the work of others. */
@Component
class ApiRate {

    private final Buckets buckets;

    ApiRate(Limits limits) {
        this.buckets = Buckets.of(limits.apiBurst(), limits.apiPerSecond(), Duration.ofSeconds(1));
    }

    /** @return how long to wait, if this is one too many */
    Optional<Duration> count(String counter) {
        return buckets.take(counter);
    }
}
