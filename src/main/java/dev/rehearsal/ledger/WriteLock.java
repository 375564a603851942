package dev.rehearsal.ledger;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets one transaction write at a time, on any number of nodes: each first locks the single row of
 * {@code write_lock} and bumps it. Readers never lock.
 */
@Component
public class WriteLock {

    private static final Logger LOG = LoggerFactory.getLogger(WriteLock.class);

    /** By how much the clocks of nodes may differ without anybody having to look at them. */
    private static final Duration USUAL_SKEW = Duration.ofMinutes(1);

    private static final SecureRandom EPOCHS = new SecureRandom();

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final DatabaseClock clock;
    private final OtherNodes otherNodes;
    private final LockWaits waits;
    private final ObjectProvider<BeforeWrite> before;
    private final ObjectProvider<AfterWrite> after;

    WriteLock(
            JdbcClient jdbc,
            PlatformTransactionManager transactionManager,
            ApplicationEventPublisher events,
            DatabaseClock clock,
            OtherNodes otherNodes,
            LockWaits waits,
            ObjectProvider<BeforeWrite> before,
            ObjectProvider<AfterWrite> after) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
        this.events = events;
        this.clock = clock;
        this.otherNodes = otherNodes;
        this.waits = waits;
        this.before = before;
        this.after = after;
    }

    /**
     * Runs the work as the only writer, in one transaction: all of it happens, or nothing. When this returns, this node's
     * snapshot holds what was written.
     *
     * <p>An entry's time is not before that of the write before it, so that what was true at a time that is over stays
     * so. Only where a clock is wrong by more than a minute this cannot be kept.
     */
    public <T> T write(Actor by, WriteKind kind, Function<Write, T> work) {
        Committed<T> committed = transactions.execute(status -> {
            long asked = System.nanoTime();
            LastWrite last = lock();
            waits.add(System.nanoTime() - asked);
            Instant at = notBefore(last.at());
            SnapshotVersion version = bump(last.version(), kind, at);
            Write write = new Write(by, at, null, last.version());
            before.orderedStream().forEach(prepared -> prepared.prepare(write));
            T result = work.apply(write);
            after.orderedStream().forEach(completed -> completed.complete(write, version));
            return new Committed<>(version, result);
        });
        events.publishEvent(new TablesChanged(committed.version()));
        return committed.result();
    }

    /** Returns what the tables are at now, without a lock. */
    public SnapshotVersion version() {
        return jdbc.sql("select version, live_version, epoch, live_epoch from write_lock where id = 1")
                .query((row, number) -> version(row))
                .single();
    }

    /** Whether what is read is a copy of the database that nobody can write to, and that may be late. */
    public boolean isOfACopy() {
        return otherNodes.areOnPostgres()
                && jdbc.sql("select pg_is_in_recovery()").query(Boolean.class).single();
    }

    /**
     * Returns when the last write was, to the millisecond; before it, nothing changes any more. A write of the same
     * millisecond may follow.
     */
    public Instant lastWrite() {
        return Instant.ofEpochMilli(jdbc.sql("select written_at from write_lock where id = 1")
                .query(Long.class)
                .single());
    }

    private LastWrite lock() {
        return jdbc.sql("select version, live_version, epoch, live_epoch, written_at from write_lock where id = 1"
                        + " for update")
                .query((row, number) -> new LastWrite(version(row), Instant.ofEpochMilli(row.getLong(5))))
                .single();
    }

    private Instant notBefore(Instant last) {
        Instant now = clock.now();
        Duration behind = Duration.between(now.truncatedTo(ChronoUnit.MILLIS), last);
        if (!behind.isPositive()) {
            return now;
        }
        if (behind.compareTo(USUAL_SKEW) > 0) {
            LOG.warn("The last write was at {}, but it is {} here: a node's clock is wrong", last, now);
            return now;
        }
        return last;
    }

    private SnapshotVersion bump(SnapshotVersion found, WriteKind kind, Instant at) {
        SnapshotVersion next = found.next(kind, EPOCHS.nextLong());
        jdbc.sql("update write_lock set version = ?, live_version = ?, epoch = ?, live_epoch = ?, written_at = ?"
                        + " where id = 1")
                .params(next.version(), next.liveVersion(), next.epoch(), next.liveEpoch(), at.toEpochMilli())
                .update();
        otherNodes.announce();
        return next;
    }

    private static SnapshotVersion version(ResultSet row) throws SQLException {
        return new SnapshotVersion(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }

    private record LastWrite(SnapshotVersion version, Instant at) {}

    private record Committed<T>(SnapshotVersion version, T result) {}
}
