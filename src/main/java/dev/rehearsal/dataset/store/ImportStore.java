package dev.rehearsal.dataset.store;

import dev.rehearsal.ledger.Write;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers the file that filled this database. */
@Repository
public class ImportStore {

    /** Each part of a dataset that is stored, with its table. */
    private static final Map<String, String> TABLES = tables();

    private static final Logger LOG = LoggerFactory.getLogger(ImportStore.class);

    /** What H2 does by itself, in milliseconds. */
    private static final int USUAL_RETENTION = 45_000;

    private final JdbcClient jdbc;
    private final boolean embedded;

    public ImportStore(JdbcClient jdbc, @Value("${spring.datasource.url}") String url) {
        this.jdbc = jdbc;
        this.embedded = url.startsWith("jdbc:h2:");
    }

    /** @param sha256 of the file, 64 hex digits */
    public record ImportedFile(String sha256, Instant at, String by) {}

    public Optional<ImportedFile> importedFile() {
        return jdbc.sql("select sha256, imported_at, imported_by from imports")
                .query((row, number) ->
                        new ImportedFile(row.getString(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3)))
                .optional();
    }

    public void remember(Write entry, String sha256) {
        jdbc.sql("insert into imports (sha256, imported_at, imported_by) values (?, ?, ?)")
                .params(List.of(sha256, entry.at().toEpochMilli(), entry.by().name()))
                .update();
    }

    /**
     * Does a large write. An embedded database keeps what it has replaced in its file for a while, which may be many times
     * what it holds in the end: not during this.
     */
    public <T> T givingRoomBackAtOnce(Supplier<T> write) {
        if (!embedded) {
            return write.get();
        }
        setRetention(0);
        try {
            return write.get();
        } finally {
            setRetention(USUAL_RETENTION);
        }
    }

    /** Whoever may not set it goes without. */
    private void setRetention(int millis) {
        try {
            jdbc.sql("set retention_time " + millis).update();
        } catch (DataAccessException e) {
            LOG.debug("The database keeps what it has replaced: {}", e.getMessage());
        }
    }

    /** Returns how many rows of each kind there are, by what people call them; kinds without rows are left out. */
    public Map<String, Long> rows() {
        Map<String, Long> rows = new LinkedHashMap<>();
        TABLES.forEach((kind, table) -> {
            long count =
                    jdbc.sql("select count(*) from " + table).query(Long.class).single();
            if (count > 0) {
                rows.put(kind, count);
            }
        });
        return rows;
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("rules", "rules");
        tables.put("releases", "releases");
        tables.put("emergency shutoffs", "shutoffs");
        tables.put("pins", "pins");
        tables.put("permissions of people", "permissions");
        tables.put("roles of people", "user_roles");
        tables.put("requirements", "required_signoffs");
        tables.put("requirements for permissions", "permission_signoffs");
        tables.put("gates", "gates");
        tables.put("freeze windows", "freeze_windows");
        tables.put("guard rails", "guard_rails");
        tables.put("urgent roles", "urgent_roles");
        tables.put("probes", "probes");
        tables.put("channel mappings", "channel_mappings");
        tables.put("change sets", "change_sets");
        return tables;
    }
}
