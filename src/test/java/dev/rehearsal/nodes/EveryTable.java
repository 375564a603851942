package dev.rehearsal.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Writes a made-up row that its checks allow to each table there is, and takes it back. */
final class EveryTable {

    private static final Pattern LITERAL = Pattern.compile("'([^']+)'");

    /** A column as the catalogue describes it; {@code allowed} is the first literal of its check, or empty. */
    private record Column(String name, String type, String allowed) {

        Object value() {
            String kind = type.toLowerCase(Locale.ROOT);
            if (kind.contains("int")) {
                return 1;
            }
            if (kind.contains("double")) {
                return 1.0;
            }
            if (kind.contains("bool")) {
                return true;
            }
            if (kind.contains("bytea") || kind.contains("binary")) {
                return new byte[] {1};
            }
            assertThat(kind).as("a type that this knows a value of").containsAnyOf("char", "text");
            return allowed.isEmpty() ? "1" : allowed;
        }
    }

    private EveryTable() {}

    static void writeTo(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean h2 = connection.getMetaData().getURL().startsWith("jdbc:h2:");
            execute(connection, h2 ? "set referential_integrity false" : "set session_replication_role = replica");
            connection.setAutoCommit(false);
            List<String> tables = tables(connection);
            assertThat(tables).hasSizeGreaterThan(20);
            for (String table : tables) {
                write(connection, table);
            }
            connection.setAutoCommit(true);
            execute(connection, h2 ? "set referential_integrity true" : "set session_replication_role = default");
        }
    }

    /** In place of what the table holds, so that no row is in the way. */
    private static void write(Connection connection, String table) throws SQLException {
        List<Column> columns = columns(connection, table);
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        execute(connection, "delete from " + table);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + table + " (" + names + ") values (" + places + ")")) {
            for (int at = 0; at < columns.size(); at++) {
                insert.setObject(at + 1, columns.get(at).value());
            }
            assertThat(insert.executeUpdate()).as(table).isEqualTo(1);
        }
        connection.rollback();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "select table_name from information_schema.tables where lower(table_schema) = 'public'"
                                + " and table_type like '%TABLE' and lower(table_name) <> 'flyway_schema_history'");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("select column_name, data_type from information_schema.columns"
                        + " where table_name = ? and is_identity = 'NO' order by ordinal_position")) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(
                            rows.getString(1),
                            rows.getString(2),
                            allowed(connection, table, rows.getString(1))
                                    .findFirst()
                                    .orElse("")));
                }
            }
        }
        return columns;
    }

    private static Stream<String> allowed(Connection connection, String table, String column) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select c.check_clause from information_schema.check_constraints c
                join information_schema.constraint_column_usage u on u.constraint_name = c.constraint_name
                where u.table_name = ? and u.column_name = ?""")) {
            query.setString(1, table);
            query.setString(2, column);
            List<String> literals = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Matcher literal = LITERAL.matcher(rows.getString(1));
                    if (literal.find()) {
                        literals.add(literal.group(1));
                    }
                }
            }
            return literals.stream();
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var running = connection.createStatement()) {
            running.execute(statement);
        }
    }
}
