package dev.rehearsal.release.store;

import dev.rehearsal.release.ContentHash;
import dev.rehearsal.release.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What releases were made of once, put together from the histories of their parts. */
@Repository
public class PastContents {

    private final JdbcClient jdbc;

    public PastContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Written(
            String name, String content, long at, @Nullable Long changeSet) {}

    /** The parts of a content that some release had. */
    public Optional<Manifest> manifest(ContentHash content) {
        return written("content = ?", content.value()).flatMap(this::manifest);
    }

    /** What a release was made of when its data version was this; of several that had the name, the latest. */
    public Optional<Manifest> manifest(String name, int dataVersion) {
        return written("name = ? and data_version = ?", name, dataVersion).flatMap(this::manifest);
    }

    private Optional<Written> written(String condition, Object... values) {
        List<Written> rows = jdbc.sql("select name, content, changed_at, change_set_id from releases_history where "
                        + condition + " order by change_id desc fetch first 1 rows only")
                .params(values)
                .query((row, number) ->
                        new Written(row.getString(1), row.getString(2), row.getLong(3), row.getObject(4, Long.class)))
                .list();
        return rows.stream().findFirst();
    }

    /** Sets that were enacted in one millisecond are told apart by their numbers, and by what must come of it. */
    private Optional<Manifest> manifest(Written written) {
        SortedMap<String, ContentHash> parts = new TreeMap<>();
        jdbc.sql("select path, hash, changed_at, change_set_id from release_parts_history"
                        + " where name = ? and changed_at <= ? order by change_id")
                .params(written.name(), written.at())
                .query(row -> {
                    Long changeSet = row.getObject(4, Long.class);
                    boolean later = row.getLong(3) == written.at()
                            && changeSet != null
                            && written.changeSet() != null
                            && changeSet > written.changeSet();
                    String hash = row.getString(2);
                    if (later) {
                        return;
                    }
                    if (hash == null) {
                        parts.remove(row.getString(1));
                    } else {
                        parts.put(row.getString(1), new ContentHash(hash));
                    }
                });
        Manifest manifest = new Manifest(parts);
        return manifest.content().value().equals(written.content()) ? Optional.of(manifest) : Optional.empty();
    }
}
