package dev.rehearsal.history.store;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.history.FieldChange;
import dev.rehearsal.staging.ReleaseField;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The parts of releases, by the row of the release's own history that they were written with. */
@Repository
public class ReleasePartHistory {

    private final JdbcClient jdbc;

    public ReleasePartHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By path; no content where a part was removed. */
    public Map<Long, SortedMap<String, Optional<ContentHash>>> writtenWith(Collection<Long> releaseChanges) {
        Map<Long, SortedMap<String, Optional<ContentHash>>> parts = new HashMap<>();
        if (!releaseChanges.isEmpty()) {
            jdbc.sql("select release_change_id, path, hash from release_parts_history"
                            + " where release_change_id in (:changes)")
                    .param("changes", releaseChanges)
                    .query(row -> {
                        parts.computeIfAbsent(row.getLong(1), change -> new TreeMap<>())
                                .put(
                                        row.getString(2),
                                        Optional.ofNullable(row.getString(3)).map(ContentHash::new));
                    });
        }
        return parts;
    }

    /** Reads what changes of releases made of the parts beside what these were before, by the names that people have for them. */
    public Map<Long, Map<String, FieldChange>> changesWith(Collection<Long> releaseChanges) {
        Map<Long, Map<String, FieldChange>> parts = new HashMap<>();
        if (!releaseChanges.isEmpty()) {
            jdbc.sql("select h.release_change_id, h.path, h.hash, b.hash from release_parts_history h"
                            + " left join release_parts_history b on b.change_id ="
                            + " (select max(l.change_id) from release_parts_history l"
                            + " where l.name = h.name and l.path = h.path"
                            + " and l.release_change_id < h.release_change_id)"
                            + " where h.release_change_id in (:changes) order by h.path")
                    .param("changes", releaseChanges)
                    .query(row -> {
                        parts.computeIfAbsent(row.getLong(1), change -> new LinkedHashMap<>())
                                .put(
                                        new ReleaseField.Part(row.getString(2)).label(),
                                        new FieldChange(row.getString(4), row.getString(3)));
                    });
        }
        return parts;
    }
}
