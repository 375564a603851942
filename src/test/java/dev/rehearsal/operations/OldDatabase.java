package dev.rehearsal.operations;

import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.blob.BlobBytes;
import dev.rehearsal.change.store.V41__FillIdentities;
import dev.rehearsal.change.store.V9__FillRuleSubjects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database as a version of the program left it, with a rule, a release, a set that waits, and a person. */
final class OldDatabase {

    private static final BlobBytes BLOB =
            BlobBytes.of(BlobBuilder.aRelease(9).with("name", "'R1'").json());

    private final String url;
    private final boolean h2;
    private final JdbcClient jdbc;

    OldDatabase(String url) {
        this.url = url;
        this.h2 = url.startsWith("jdbc:h2:");
        this.jdbc = JdbcClient.create(source());
    }

    private DriverManagerDataSource source() {
        return new DriverManagerDataSource(url, h2 ? "sa" : "postgres", "");
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** Returns every version that a schema ever had. */
    static List<String> versions() {
        List<String> versions = new ArrayList<>();
        for (MigrationInfo migration : configured(new DriverManagerDataSource("jdbc:h2:mem:", "sa", ""), "h2")
                .load()
                .info()
                .all()) {
            versions.add(migration.getVersion().getVersion());
        }
        return versions;
    }

    private static FluentConfiguration configured(DriverManagerDataSource source, String vendor) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                .javaMigrations(new V9__FillRuleSubjects(), new V41__FillIdentities());
    }

    /** Makes the tables of this version, and fills them. */
    void fill(String version) {
        configured(source(), h2 ? "h2" : "postgresql").target(version).load().migrate();
        BLOB.parts().forEach((hash, bytes) -> insert("contents", Map.of("hash", hash.value(), "data", gzip(bytes))));
        insert(
                "releases",
                Map.of(
                        "name",
                        "R1",
                        "product",
                        "Firefox",
                        "read_only",
                        false,
                        "content",
                        BLOB.manifest().content().value(),
                        "data_version",
                        3,
                        "incarnation",
                        1L));
        BLOB.manifest()
                .parts()
                .forEach((path, hash) -> insert(
                        "release_parts", Map.of("name", "R1", "path", path, "hash", hash.value(), "data_version", 1)));
        insert(
                "rules",
                Map.of(
                        "rule_id",
                        1L,
                        "priority",
                        100,
                        "mapping",
                        "R1",
                        "background_rate",
                        100,
                        "update_type",
                        "minor",
                        "product",
                        "Firefox",
                        "channel",
                        "release",
                        "data_version",
                        2));
        insert("permissions", Map.of("person", "ada", "permission", "admin", "options", "{}", "data_version", 1));
        insert("people", Map.of("id", 1L, "name", "ada", "living", "ada", "since", 0L));
        insert(
                "change_sets",
                Map.of(
                        "id",
                        1L,
                        "title",
                        "Waits",
                        "author",
                        "ada",
                        "created_at",
                        1L,
                        "due",
                        4_000_000_000_000L,
                        "state",
                        "pending",
                        "content_at",
                        1L,
                        "data_version",
                        1));
        insert(
                "changes",
                Map.of(
                        "id", 1L,
                        "set_id", 1L,
                        "place", 0,
                        "object", "rule",
                        "change_type", "update",
                        "target", "1",
                        "content", "{\"fields\":{\"priority\":{\"value\":90,\"live\":100,\"staged\":100}}}",
                        "written_by", "ada",
                        "data_version", 1));
    }

    /** Fills those of the columns that the table has yet; nothing where there is no such table. */
    private void insert(String table, Map<String, Object> row) {
        Set<String> columns = new HashSet<>(jdbc.sql(
                        "select lower(column_name) from information_schema.columns where lower(table_schema) = 'public'"
                                + " and lower(table_name) = ?")
                .param(table)
                .query((found, number) -> found.getString(1).toLowerCase(Locale.ROOT))
                .list());
        List<String> filled = row.keySet().stream().filter(columns::contains).toList();
        if (!filled.isEmpty()) {
            jdbc.sql("insert into " + table + " (" + String.join(", ", filled) + ") values ("
                            + String.join(", ", Collections.nCopies(filled.size(), "?")) + ")")
                    .params(filled.stream().map(row::get).toList())
                    .update();
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
