package dev.rehearsal.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * Stands before the database. It is shut where a node starts without one: until the tables were brought to this version of
 * the program nobody reads or writes them, though the database may be back.
 */
@Component
public class DatabaseGate implements BeanPostProcessor {

    /** SQL's state of a connection that cannot be made. */
    private static final String NOT_CONNECTED = "08001";

    private volatile boolean shut;
    private volatile @Nullable Thread opener;

    public void shut() {
        shut = true;
    }

    public boolean isShut() {
        return shut;
    }

    /** Opens it once this was done, for which alone it is open meanwhile; it stays shut if that fails. */
    public synchronized void open(Runnable preparation) {
        opener = Thread.currentThread();
        try {
            preparation.run();
            shut = false;
        } finally {
            opener = null;
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Gated(database) : bean;
    }

    private final class Gated extends DelegatingDataSource {

        Gated(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            check();
            return super.getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            check();
            return super.getConnection(user, password);
        }

        private void check() throws SQLException {
            if (shut && Thread.currentThread() != opener) {
                throw new SQLTransientConnectionException(
                        "It was away when this node started, and was not back yet.", NOT_CONNECTED);
            }
        }
    }
}
