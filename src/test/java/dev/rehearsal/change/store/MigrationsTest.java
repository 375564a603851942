package dev.rehearsal.change.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database that an earlier version has filled goes on with what is in it. */
class MigrationsTest {

    static Stream<String> databases() {
        return Stream.of("jdbc:h2:mem:old" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", TestDatabase.newPostgres());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void idsGoOnAboveThoseThatThereAreOrWere(String url) {
        SingleConnectionDataSource database = at(url, "6");
        JdbcClient jdbc = JdbcClient.create(database);
        set(jdbc, 41);
        change(jdbc, 41, 7, "rule", "update", "1", "{}");
        changeWritten(jdbc, 41, 99, "rule", "update", "1", null);

        migrate(url, database, "7");

        assertThat(jdbc.sql("select nextval('change_set_ids')")
                        .query(Long.class)
                        .single())
                .isEqualTo(42);
        assertThat(jdbc.sql("select nextval('change_ids')").query(Long.class).single())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatWasWrittenOfRulesIsFoundByProductAndChannel(String url) {
        SingleConnectionDataSource database = at(url, "7");
        JdbcClient jdbc = JdbcClient.create(database);
        set(jdbc, 1);
        change(jdbc, 1, 1, "rule", "insert", "7", "{\"rule\":{\"product\":\"Fire \\\"fox\",\"channel\":null}}");
        change(jdbc, 1, 2, "rule", "update", "8", "{\"fields\":{\"channel\":{\"value\":\"beta\",\"live\":\"x\"}}}");
        change(
                jdbc,
                1,
                3,
                "rule",
                "delete",
                "9",
                "{\"seen\":[{\"product\":\"A\"},{\"product\":\"B\",\"channel\":\"c\"}]}");
        change(jdbc, 1, 4, "release", "delete", "R1", "{\"seen\":[]}");
        changeWritten(jdbc, 1, 3, "rule", "delete", "9", null);

        migrate(url, database, "9");

        assertThat(jdbc.sql("select rule_id, rule_product, rule_channel from changes_history order by change_id")
                        .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                        .list())
                .containsExactly("7 Fire \"fox null", "8 null beta", "9 B c", "null null null", "9 null null");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatWaitsMeansTheRowsThatAreThereNow(String url) {
        SingleConnectionDataSource database = at(url, "30");
        JdbcClient jdbc = JdbcClient.create(database);
        for (String name : List.of("R1", "R2")) {
            release(jdbc, name, 1);
            releaseWritten(jdbc, name, 1);
        }
        releaseWritten(jdbc, "R1", null);
        releaseWritten(jdbc, "R1", 1);
        set(jdbc, 1);
        change(jdbc, 1, 1, "release", "update", "R1", "{\"fields\":{}}");
        change(jdbc, 1, 2, "release", "insert", "R9", "{\"parts\":{}}");
        change(jdbc, 1, 3, "rule", "insert", "7", "{\"rule\":{\"mapping\":\"R9\",\"fallbackMapping\":\"R2\"}}");
        change(jdbc, 1, 4, "rule", "update", "8", "{\"fields\":{\"mapping\":{\"value\":\"R1\"}}}");

        migrate(url, database, "41");

        long first = incarnation(jdbc, "R1");
        long second = incarnation(jdbc, "R2");
        assertThat(first).isPositive().isNotEqualTo(second);
        assertThat(jdbc.sql("select content from changes order by id")
                        .query(String.class)
                        .list())
                .extracting(content -> content.replaceAll(".*\"identity\":", ""))
                .containsExactly(
                        "{\"row\":%d}}".formatted(first),
                        "{\"made\":3}}",
                        "{\"named\":{\"R2\":%d,\"R9\":3}}}".formatted(second),
                        "{\"named\":{\"R1\":%d}}}".formatted(first));
        assertThat(jdbc.sql("select incarnation from releases_history order by change_id")
                        .query((row, number) -> row.getLong(1))
                        .list())
                .containsExactly(0L, second, 0L, first);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatIsServedNoMoreHasEnded(String url) {
        SingleConnectionDataSource database = at(url, "60");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("insert into releases (name, product, read_only, content, data_version, incarnation)"
                        + " values ('R1', 'F', false, 'c', 1, 1)")
                .update();
        jdbc.sql("insert into gates (product, live_channel, role, passes_required, test_channels, data_version)"
                        + " values (null, 'release', 'qa', 1, '', 1)")
                .update();
        served(jdbc, "F", "release", "served");
        served(jdbc, "F", "beta", "tested no more");
        served(jdbc, "G", "release", "named no more");
        jdbc.sql("update gates set product = 'H'").update();
        served(jdbc, "H", "release", "one");
        served(jdbc, "H", "release", "another");

        migrate(url, database, "68");

        assertThat(jdbc.sql("select trim(fingerprint) from served_states where served_until is null")
                        .query(String.class)
                        .list())
                .containsExactly("served");
    }

    private static void served(JdbcClient jdbc, String product, String channel, String fingerprint) {
        jdbc.sql("insert into served_states (product, live_channel, fingerprint, served_since) values (?, ?, ?, 1)")
                .params(product, channel, fingerprint)
                .update();
    }

    private static void release(JdbcClient jdbc, String name, int dataVersion) {
        jdbc.sql(
                        "insert into releases (name, product, read_only, content, data_version) values (?, 'F', false, 'c', ?)")
                .params(name, dataVersion)
                .update();
    }

    private static void releaseWritten(JdbcClient jdbc, String name, @Nullable Integer dataVersion) {
        jdbc.sql(
                        "insert into releases_history (changed_by, changed_at, name, product, read_only, content, data_version)"
                                + " values ('ada', 1, ?, 'F', false, 'c', ?)")
                .param(name)
                .param(dataVersion)
                .update();
    }

    private static long incarnation(JdbcClient jdbc, String release) {
        return jdbc.sql("select incarnation from releases where name = ?")
                .param(release)
                .query(Long.class)
                .single();
    }

    private static SingleConnectionDataSource at(String url, String version) {
        SingleConnectionDataSource database =
                new SingleConnectionDataSource(url, url.startsWith("jdbc:h2") ? "sa" : "postgres", "", true);
        migrate(url, database, version);
        return database;
    }

    private static void migrate(String url, SingleConnectionDataSource database, String version) {
        String vendor = url.startsWith("jdbc:h2") ? "h2" : "postgresql";
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                .javaMigrations(new V9__FillRuleSubjects(), new V41__FillIdentities())
                .target(version)
                .load()
                .migrate();
    }

    private static void set(JdbcClient jdbc, long id) {
        jdbc.sql("insert into change_sets (id, title, author, created_at, due, state, data_version)"
                        + " values (?, 'Ship', 'ada', 1, 1, 'pending', 1)")
                .param(id)
                .update();
    }

    private static void change(
            JdbcClient jdbc, long set, long id, String object, String type, String target, String content) {
        jdbc.sql("insert into changes (id, set_id, place, object, change_type, target, content, data_version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 1)")
                .params(id, set, id, object, type, target, content)
                .update();
        changeWritten(jdbc, set, id, object, type, target, content);
    }

    private static void changeWritten(
            JdbcClient jdbc, long set, long id, String object, String type, String target, @Nullable String content) {
        jdbc.sql("insert into changes_history (changed_by, changed_at, sc_id, set_id, place, object, change_type,"
                        + " target, content, data_version) values ('ada', 1, ?, ?, 0, ?, ?, ?, ?, 1)")
                .param(id)
                .param(set)
                .param(object)
                .param(type)
                .param(target)
                .param(content)
                .update();
    }
}
