package dev.rehearsal.operations;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Does what {@code pg_dump --data-only} and {@code pg_restore --single-transaction} do, which not every machine has: reads
 * all tables and sequences in one snapshot by {@code copy}, and puts them in the place of others in one transaction.
 */
final class TableDump {

    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'public'"
                    + " and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history' order by table_name";

    private final Map<String, byte[]> tables = new LinkedHashMap<>();
    private final Map<String, Long> sequences = new LinkedHashMap<>();

    /** @param meanwhile is done after the dump has begun, and is not in it */
    static TableDump of(DataSource database, Runnable meanwhile) {
        TableDump dump = new TableDump();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            List<String> names = names(connection, TABLES);
            meanwhile.run();
            for (String table : names) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", out);
                dump.tables.put(table, out.toByteArray());
            }
            for (String sequence :
                    names(connection, "select sequencename from pg_sequences where schemaname = 'public'")) {
                dump.sequences.put(
                        sequence,
                        Long.valueOf(names(connection, "select last_value from " + sequence)
                                .getFirst()));
            }
            connection.rollback();
            connection.setAutoCommit(true);
            return dump;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void restoreTo(DataSource database) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set session_replication_role = replica");
                // Who reads meanwhile goes on: to empty them at once would wait for each of them.
                for (String table : tables.keySet()) {
                    statement.execute("delete from " + table);
                }
                for (Map.Entry<String, byte[]> table : tables.entrySet()) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(
                                    "copy " + table.getKey() + " from stdin",
                                    new ByteArrayInputStream(table.getValue()));
                }
                for (Map.Entry<String, Long> sequence : sequences.entrySet()) {
                    statement.execute("select setval('" + sequence.getKey() + "', " + sequence.getValue() + ")");
                }
                statement.execute("set session_replication_role = default");
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
