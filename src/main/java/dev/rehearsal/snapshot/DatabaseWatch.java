package dev.rehearsal.snapshot;

import dev.rehearsal.serve.SnapshotHolder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Watches whether this node's database answers, as far as the last look at it could tell; says so once, not at every
 * look.
 */
@Component
class DatabaseWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    private final Clock clock;
    private final SnapshotHolder serving;
    private final AtomicReference<@Nullable Instant> away = new AtomicReference<>();

    DatabaseWatch(Clock clock, SnapshotHolder serving) {
        this.clock = clock;
        this.serving = serving;
    }

    /** It answered, and nothing newer is there than what is served. */
    void answered() {
        Instant now = clock.instant();
        serving.confirm(now);
        Instant since = away.getAndSet(null);
        if (since != null) {
            LOG.info("The database answers again, after {}", Duration.between(since, now));
        }
    }

    void failed(Exception failure) {
        if (away.compareAndSet(null, clock.instant())) {
            LOG.warn("The database cannot be read; serving what was last known: {}", failure.getMessage());
        }
    }

    /** Empty while it answers. */
    Optional<Instant> awaySince() {
        return Optional.ofNullable(away.get());
    }
}
