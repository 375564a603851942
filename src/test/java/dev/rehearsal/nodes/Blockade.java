package dev.rehearsal.nodes;

import dev.rehearsal.Patience;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * Stops nodes at one statement of their transactions, for as long as it is open: whoever comes there waits, and what it
 * has written before is neither committed nor lost.
 */
final class Blockade implements AutoCloseable {

    private final SharedDatabase database;
    private final Connection connection;

    private Blockade(SharedDatabase database, String statement) throws SQLException {
        this.database = database;
        this.connection = database.connect();
        connection.setAutoCommit(false);
        try (var locking = connection.createStatement()) {
            locking.execute(statement);
        }
    }

    /** Blocks every write to a table. */
    static Blockade ofTable(SharedDatabase database, String table) throws SQLException {
        return new Blockade(database, "lock table " + table + " in share mode");
    }

    /** Holds the lock that every write begins with. */
    static Blockade ofWriting(SharedDatabase database) throws SQLException {
        return new Blockade(database, "select version from write_lock for update");
    }

    /** The name of a node that has come to this table. */
    String awaitOneAt(String table) {
        return Patience.forA(
                "a node that writes to " + table,
                () -> namesOf("""
                select a.application_name from pg_locks l join pg_stat_activity a on a.pid = l.pid
                where not l.granted and l.relation = '%s'::regclass and a.datname = current_database()
                """.formatted(table)).stream().findFirst());
    }

    /** Returns once both of these wait. */
    void await(Node one, Node other) {
        Patience.until(
                "two nodes that want to write", () -> namesOf("""
                select application_name from pg_stat_activity
                where wait_event_type = 'Lock' and datname = current_database()
                """).containsAll(Set.of(one.name(), other.name())));
    }

    private Set<String> namesOf(String query) {
        return new HashSet<>(database.jdbc()
                .sql(query)
                .query((row, number) -> row.getString(1))
                .list());
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
