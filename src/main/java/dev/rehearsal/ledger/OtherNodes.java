package dev.rehearsal.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells other nodes of each write, and hears of theirs: NOTIFY and LISTEN on PostgreSQL, on one connection of its own.
 * Elsewhere, and while that connection is away, nodes learn of writes by polling the version: a lost notification costs
 * a moment, not correctness.
 */
@Component
class OtherNodes implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OtherNodes.class);
    private static final String CHANNEL = "rehearsal_written";
    private static final Duration LISTEN = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final DataSource database;
    private final ApplicationEventPublisher events;
    private final boolean notifies;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    OtherNodes(
            JdbcClient jdbc,
            DataSource database,
            ApplicationEventPublisher events,
            @Value("${spring.datasource.url}") String url) {
        this.jdbc = jdbc;
        this.database = database;
        this.events = events;
        this.notifies = url.startsWith("jdbc:postgresql:");
    }

    boolean areOnPostgres() {
        return notifies;
    }

    /** Heard by the others once the transaction of this write is committed. */
    void announce() {
        if (notifies) {
            jdbc.sql("select pg_notify('" + CHANNEL + "', '')")
                    .query((row, number) -> "")
                    .list();
        }
    }

    @Override
    public void start() {
        if (notifies) {
            stopped = new CountDownLatch(1);
            Thread.ofVirtual().name("other-nodes").start(this::listenUntilStopped);
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void listenUntilStopped() {
        while (isRunning()) {
            try (Connection connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                LOG.debug("Not listening to other nodes for now: {}", e.getMessage());
                pause();
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("What another node has written cannot be loaded yet: {}", StorageFailure.reason(e));
                pause();
            } catch (RuntimeException e) {
                LOG.error("What another node has written could not be loaded", e);
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        execute(connection, "listen " + CHANNEL);
        try {
            // What was written while nobody listened.
            events.publishEvent(new WrittenElsewhere());
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (isRunning()) {
                var heard = postgres.getNotifications((int) LISTEN.toMillis());
                if (heard != null && heard.length > 0) {
                    events.publishEvent(new WrittenElsewhere());
                }
            }
        } finally {
            // The pool gives it to somebody else: one that cannot even do this is broken, and the pool drops it.
            execute(connection, "unlisten *");
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private void pause() {
        try {
            if (stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("No longer listening to other nodes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }
}
