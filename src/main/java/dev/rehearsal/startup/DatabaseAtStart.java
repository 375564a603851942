package dev.rehearsal.startup;

import dev.rehearsal.ledger.DatabaseGate;
import dev.rehearsal.ledger.StorageFailure;
import dev.rehearsal.snapshot.KeptFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Brings the tables to this version: at once, or, where a node that has kept what it serves starts without its database,
 * once that is back.
 */
@Component
class DatabaseAtStart implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAtStart.class);

    /** For the first connection, where there is something to serve without it. */
    private static final long PATIENCE_MILLIS = 1_000;

    private final DatabaseGate gate;
    private final KeptFile kept;
    private volatile @Nullable Flyway postponed;

    DatabaseAtStart(DatabaseGate gate, KeptFile kept) {
        this.gate = gate;
        this.kept = kept;
    }

    @Override
    public void migrate(Flyway flyway) {
        if (kept.isThere() && isAway(flyway.getConfiguration().getDataSource())) {
            kept.beginToRead();
            gate.shut();
            postponed = flyway;
        } else {
            flyway.migrate();
        }
    }

    /** Whether the tables can be used. */
    boolean isReady() {
        return postponed == null;
    }

    /** @throws RuntimeException if the database is still away, or its tables cannot be brought to this version */
    void tryAgain() {
        Flyway flyway = postponed;
        if (flyway != null) {
            gate.open(flyway::migrate);
            postponed = null;
        }
    }

    /** Anything else that is wrong with it ends the start, as ever. */
    private static boolean isAway(DataSource database) {
        return CompletableFuture.supplyAsync(() -> failsToConnect(database), Thread::startVirtualThread)
                .completeOnTimeout(true, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }

    private static boolean failsToConnect(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return !connection.isValid(0);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The database cannot be reached: {}", StorageFailure.reason(e));
            return StorageFailure.of(e) == StorageFailure.AWAY;
        }
    }
}
