package dev.rehearsal.ledger;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tells where the data versions of a row go on that is made again: a version that its key has had is never given again, so
 * that what was saved of an earlier row cannot be taken for the present one.
 */
@Repository
public class VersionHistory {

    private final JdbcClient jdbc;

    public VersionHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the version after all that the row with this key has had; 1 for one that never was.
     *
     * @param table a history with a column {@code data_version}
     * @param key by column
     */
    public int next(String table, Map<String, String> key) {
        List<String> columns = List.copyOf(key.keySet());
        return jdbc.sql("select coalesce(max(data_version), 0) + 1 from " + table + " where "
                        + String.join(" = ? and ", columns) + " = ?")
                .params(columns.stream().map(key::get).toList())
                .query(Integer.class)
                .single();
    }
}
