package dev.rehearsal;

import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.store.PersonStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The databases that Rehearsal runs on, each with all stores and services on it. Started when first asked for, once in a
 * test run.
 */
public enum TestDatabase {
    H2 {
        @Override
        String start() {
            return "jdbc:h2:mem:stores;DB_CLOSE_DELAY=-1";
        }

        @Override
        void empty(JdbcClient jdbc, List<String> tables) {
            jdbc.sql(tables.stream()
                            .map(table -> "truncate table " + table + " restart identity; ")
                            .collect(Collectors.joining(
                                    "", "set referential_integrity false; ", "set referential_integrity true")))
                    .update();
        }
    },
    POSTGRESQL {
        @Override
        String start() {
            return newPostgres();
        }

        /** To truncate so many tables takes ten times as long as to delete the few rows that they have. */
        @Override
        void empty(JdbcClient jdbc, List<String> tables) {
            String deletes =
                    tables.stream().map(table -> "delete from " + table + ";").collect(Collectors.joining(" "));
            jdbc.sql("""
                    do $$
                    declare used record;
                    begin
                        perform set_config('session_replication_role', 'replica', true);
                        %s
                        for used in select sequencename as name, start_value from pg_sequences where last_value is not null
                        loop
                            perform setval(used.name::regclass, used.start_value, false);
                        end loop;
                    end $$
                    """.formatted(deletes)).update();
        }
    };

    private static final int MOST_ATTEMPTS = 10;

    /** Who writes in tests. */
    public static final Actor WRITER = new Actor("writer@rehearsal.example");

    private @Nullable ConfigurableApplicationContext application;
    private @Nullable List<String> tables;

    /** Returns this database without a row in it; the time is where it was at the start. */
    public TestDatabase emptied() {
        bean(TestClock.class).reset();
        empty(application());
        return this;
    }

    /** Leaves no row in the database of this kind that an application writes to; versions go on from where they are. */
    public void empty(ConfigurableApplicationContext writer) {
        JdbcClient jdbc = writer.getBean(JdbcClient.class);
        emptyTables(jdbc, tables(jdbc));
        for (String sequence : List.of("rule_ids", "change_set_ids", "change_ids")) {
            jdbc.sql("alter sequence " + sequence + " restart with 1").update();
        }
        jdbc.sql("update write_lock set written_at = 0").update();
        // What was loaded before is loaded again, as after any write.
        writer.getBean(WriteLock.class).write(WRITER, WriteKind.LIVE, write -> write);
    }

    /** Returns the tables that tests write to; to ask H2 for them takes longer than to empty them. */
    private synchronized List<String> tables(JdbcClient jdbc) {
        List<String> known = tables;
        if (known == null) {
            known = jdbc
                    .sql("select table_name from information_schema.tables"
                            + " where lower(table_schema) = 'public' and table_type like '%TABLE'")
                    .query((row, number) -> row.getString(1))
                    .list()
                    .stream()
                    .filter(table ->
                            !table.equalsIgnoreCase("flyway_schema_history") && !table.equalsIgnoreCase("write_lock"))
                    .toList();
            tables = known;
        }
        return known;
    }

    /** Releases are read in the background, in an order of their own: whoever loses to that tries again. */
    private void emptyTables(JdbcClient jdbc, List<String> tables) {
        for (int attempt = 0; ; attempt++) {
            try {
                empty(jdbc, tables);
                return;
            } catch (PessimisticLockingFailureException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Lets somebody do everything, as if they always could: no history tells of it. */
    public void admin(Actor person) {
        permit(person, PermissionName.ADMIN);
    }

    /** Lets somebody do this for every product, in the same way. */
    public void permit(Actor person, PermissionName permission) {
        write(write -> bean(PersonStore.class).begin(write, person.name()));
        jdbc().sql("delete from permissions where person = ? and permission = ?")
                .params(person.name(), permission.wireName())
                .update();
        jdbc().sql("insert into permissions (person, permission, options, data_version) values (?, ?, '{}', 1)")
                .params(person.name(), permission.wireName())
                .update();
        write(write -> write);
    }

    public <T> T bean(Class<T> type) {
        return application().getBean(type);
    }

    /** A new one of these, made of what is there, as a screen is for each page. */
    public <T> T make(Class<T> type) {
        return application().getAutowireCapableBeanFactory().createBean(type);
    }

    /** Runs the work as {@link #WRITER}, holding the write lock. */
    public <T> T write(Function<Write, T> work) {
        return bean(WriteLock.class).write(WRITER, WriteKind.LIVE, work);
    }

    /** Rows by column name, in whatever case. */
    public List<Map<String, @Nullable Object>> rows(String sql) {
        return jdbc().sql(sql).query().listOfRows();
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    abstract String start();

    abstract void empty(JdbcClient jdbc, List<String> tables);

    private synchronized ConfigurableApplicationContext application() {
        ConfigurableApplicationContext known = application;
        if (known == null) {
            known = servicesOn(start());
            application = known;
        }
        return known;
    }

    /** All stores and services on any database; whoever asks for them closes them. */
    public static ConfigurableApplicationContext servicesOn(String url) {
        return new SpringApplicationBuilder(StoresApplication.class)
                .web(WebApplicationType.NONE)
                .properties("spring.jmx.enabled=false")
                .run("--spring.datasource.url=" + url, "--logging.level.dev.rehearsal=warn");
    }

    /** A database of its own on the one server of this test run. */
    public static String newPostgres() {
        return Server.newDatabase();
    }

    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = startPostgres();
        private static int databases;

        static synchronized String newDatabase() {
            String name = "rehearsal" + ++databases;
            try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return POSTGRES.getJdbcUrl("postgres", name);
        }

        private static EmbeddedPostgres startPostgres() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
