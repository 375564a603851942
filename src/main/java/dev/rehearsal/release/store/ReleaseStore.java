package dev.rehearsal.release.store;

import dev.rehearsal.journal.Entry;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.release.Manifest;
import dev.rehearsal.release.Release;
import dev.rehearsal.release.ReleasePart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Repository;

/** Reads and writes releases and their parts; each write leaves a history row for what it changed. */
@Repository
public class ReleaseStore {

    private final JdbcAggregateOperations rows;

    public ReleaseStore(JdbcAggregateOperations rows) {
        this.rows = rows;
    }

    public List<Release> all() {
        return rows.findAll(ReleaseRow.class).stream()
                .map(ReleaseRow::toRelease)
                .toList();
    }

    public SortedMap<String, ReleasePart> parts(ReleaseName name) {
        SortedMap<String, ReleasePart> parts = new TreeMap<>();
        rows.findAll(Query.query(Criteria.where("key.name").is(name.value())), ReleasePartRow.class)
                .forEach(row -> parts.put(row.key().path(), row.toPart()));
        return parts;
    }

    public void insert(Entry entry, Release release, Collection<ReleasePart> parts) {
        rows.insert(ReleaseRow.of(release));
        rows.insert(ReleaseHistoryRow.written(entry, release));
        insertParts(entry, release.name(), parts);
    }

    /** Writes the row and those of its parts that differ; each such part's data version goes up by one. */
    public void update(Entry entry, Release release, Manifest manifest) {
        rows.update(ReleaseRow.of(release));
        rows.insert(ReleaseHistoryRow.written(entry, release));
        SortedMap<String, ReleasePart> current = parts(release.name());
        List<ReleasePart> added = new ArrayList<>();
        manifest.parts().forEach((path, hash) -> {
            ReleasePart known = current.get(path);
            if (known == null) {
                added.add(new ReleasePart(path, hash, 1));
            } else if (!known.hash().equals(hash)) {
                ReleasePart part = new ReleasePart(path, hash, known.dataVersion() + 1);
                rows.update(ReleasePartRow.of(release.name(), part));
                rows.insert(ReleasePartHistoryRow.written(entry, release.name(), part));
            }
        });
        current.keySet().stream()
                .filter(path -> !manifest.parts().containsKey(path))
                .forEach(path -> deletePart(entry, release.name(), path));
        insertParts(entry, release.name(), added);
    }

    public void delete(Entry entry, ReleaseName name) {
        parts(name).keySet().forEach(path -> deletePart(entry, name, path));
        rows.deleteById(name.value(), ReleaseRow.class);
        rows.insert(ReleaseHistoryRow.removed(entry, name));
    }

    private void insertParts(Entry entry, ReleaseName name, Collection<ReleasePart> parts) {
        if (!parts.isEmpty()) {
            rows.insertAll(
                    parts.stream().map(part -> ReleasePartRow.of(name, part)).toList());
            rows.insertAll(parts.stream()
                    .map(part -> ReleasePartHistoryRow.written(entry, name, part))
                    .toList());
        }
    }

    private void deletePart(Entry entry, ReleaseName name, String path) {
        rows.deleteById(new ReleasePartRow.Key(name.value(), path), ReleasePartRow.class);
        rows.insert(ReleasePartHistoryRow.removed(entry, name, path));
    }
}
