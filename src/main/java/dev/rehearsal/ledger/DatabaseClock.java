package dev.rehearsal.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one clock that due times, expiries and histories go by: that of the database, which all nodes share. An embedded
 * database has that of its node.
 */
@Component
public class DatabaseClock {

    /** By how much a node's own clock may be off before it enacts nothing by itself. */
    public static final Duration TOLERATED = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock own;
    private final boolean shared;

    /** @param own a clock that is set, as in tests, stands for the database's */
    DatabaseClock(JdbcClient jdbc, Clock own, @Value("${spring.datasource.url}") String url) {
        this.jdbc = jdbc;
        this.own = own;
        this.shared = url.startsWith("jdbc:postgresql:") && own.equals(Clock.systemUTC());
    }

    /** Returns the time in this moment, also within a transaction that has waited. */
    public Instant now() {
        return shared
                ? jdbc.sql("select clock_timestamp()")
                        .query(Timestamp.class)
                        .single()
                        .toInstant()
                : own.instant();
    }

    /** Returns by how much this node's own clock is ahead of the database's; negative where it is behind. */
    public Duration skew() {
        return Duration.between(now(), own.instant());
    }

    /** Whether this node's own clock is as good as the database's. */
    public boolean isTrusted() {
        return skew().abs().compareTo(TOLERATED) <= 0;
    }
}
