package dev.rehearsal.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rehearsal.Patience;
import dev.rehearsal.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A pool renews its connections every half hour. H2 2.4.240 could not insert into a table with a check any more once the
 * connection was closed that had made it.
 */
class RenewedConnectionsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void everyTableOfANewFileIsWrittenToOverNewConnections() throws Exception {
        assertIsWrittenToOverNewConnections(file());
    }

    @Test
    void everyTableOfAFileThatAnOlderH2MadeIsWrittenToOverNewConnections() throws Exception {
        unpack("/h2/made-by-2.4.240.mv.db.gz");

        assertIsWrittenToOverNewConnections(file());
    }

    @Test
    void everyTableOfPostgresqlIsWrittenToOverNewConnections() throws Exception {
        assertIsWrittenToOverNewConnections(TestDatabase.newPostgres());
    }

    private static void assertIsWrittenToOverNewConnections(String url) throws Exception {
        try (SharedDatabase database = new SharedDatabase(url)) {
            renew(database);

            EveryTable.writeTo(database.bean(DataSource.class));
            var set = database.schedule(
                    "After all connections are new",
                    database.now().plus(Duration.ofHours(1)),
                    Wanted.release("Firefox", "New"),
                    Wanted.rule("Firefox", "new", "New"));
            assertThat(database.find(set).title()).isEqualTo("After all connections are new");
        }
    }

    /**
     * Replaces all connections but that on which a node listens to others. One is kept until there are new ones: without
     * any, H2 would close its file, and open it again as if nothing had been.
     */
    private static void renew(SharedDatabase database) throws SQLException {
        HikariDataSource pool = pool(database);
        List<String> old = sessions(database);
        try (Connection kept = pool.getConnection()) {
            assertThat(kept.isValid(0)).isTrue();
            Objects.requireNonNull(pool.getHikariPoolMXBean()).softEvictConnections();
            Patience.until(
                    "most connections are new",
                    () -> sessions(database).stream().filter(old::contains).count() <= 1);
        }
        Patience.until("all connections are new", () -> Collections.disjoint(sessions(database), old));
    }

    private static List<String> sessions(SharedDatabase database) {
        String query = database.url().startsWith("jdbc:h2:")
                ? "select session_id || ' ' || session_start from information_schema.sessions"
                : "select cast(pid as varchar) from pg_stat_activity where datname = current_database() and query not ilike 'listen%'";
        return database.jdbc()
                .sql(query)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private String file() {
        return "jdbc:h2:file:" + folder.resolve("rehearsal");
    }

    private void unpack(String resource) throws IOException {
        try (InputStream packed = new GZIPInputStream(
                Objects.requireNonNull(RenewedConnectionsTest.class.getResourceAsStream(resource)))) {
            Files.copy(packed, folder.resolve("rehearsal.mv.db"));
        }
    }

    private static HikariDataSource pool(SharedDatabase database) {
        try {
            return database.bean(DataSource.class).unwrap(HikariDataSource.class);
        } catch (SQLException e) {
            throw new IllegalStateException("The tests use a pool", e);
        }
    }
}
