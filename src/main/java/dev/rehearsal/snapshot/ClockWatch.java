package dev.rehearsal.snapshot;

import dev.rehearsal.ledger.DatabaseClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Compares this node's clock with the database's from time to time, so that asking how the node is costs nothing. */
@Component
class ClockWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    private final DatabaseClock clock;
    private final AtomicReference<Duration> skew = new AtomicReference<>(Duration.ZERO);

    ClockWatch(DatabaseClock clock) {
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 30_000)
    void compare() {
        try {
            skew.set(clock.skew());
        } catch (DataAccessException e) {
            LOG.debug("The database's clock cannot be read for now: {}", e.getMessage());
        }
    }

    /** Returns by how much this node's clock was ahead of the database's at the last look. */
    Duration skew() {
        return skew.get();
    }

    /** Returns by how much the clock is off, where that is too much. */
    Optional<Duration> offBy() {
        Duration known = skew.get();
        return known.abs().compareTo(DatabaseClock.TOLERATED) > 0 ? Optional.of(known) : Optional.empty();
    }
}
