package dev.rehearsal.journal;

import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets one transaction write at a time, on any number of nodes: each first locks the single row of
 * {@code snapshot_version} and bumps it. Readers never lock.
 */
@Component
public class Journal {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final OtherNodes otherNodes;

    Journal(
            JdbcClient jdbc,
            PlatformTransactionManager transactionManager,
            ApplicationEventPublisher events,
            Clock clock,
            OtherNodes otherNodes) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
        this.events = events;
        this.clock = clock;
        this.otherNodes = otherNodes;
    }

    /**
     * Runs the work as the only writer, in one transaction: all of it happens, or nothing. When this returns, this node's
     * snapshot holds what was written.
     */
    public <T> T write(Actor by, Touches touches, Function<Entry, T> work) {
        Committed<T> committed = transactions.execute(status -> {
            SnapshotVersion found = lock();
            SnapshotVersion version = bump(found, touches);
            return new Committed<>(version, work.apply(new Entry(by, clock.instant(), null, found)));
        });
        events.publishEvent(new TablesChanged(committed.version()));
        return committed.result();
    }

    /** What the tables are at now, without a lock. */
    public SnapshotVersion version() {
        return jdbc.sql("select version, live_version from snapshot_version where id = 1")
                .query((row, number) -> new SnapshotVersion(row.getLong(1), row.getLong(2)))
                .single();
    }

    private SnapshotVersion lock() {
        return jdbc.sql("select version, live_version from snapshot_version where id = 1 for update")
                .query((row, number) -> new SnapshotVersion(row.getLong(1), row.getLong(2)))
                .single();
    }

    private SnapshotVersion bump(SnapshotVersion found, Touches touches) {
        SnapshotVersion next =
                new SnapshotVersion(found.version() + 1, found.liveVersion() + (touches == Touches.LIVE ? 1 : 0));
        jdbc.sql("update snapshot_version set version = ?, live_version = ? where id = 1")
                .params(next.version(), next.liveVersion())
                .update();
        otherNodes.announce();
        return next;
    }

    private record Committed<T>(SnapshotVersion version, T result) {}
}
