package dev.rehearsal.release.store;

import dev.rehearsal.journal.Entry;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.release.BlobParts;
import dev.rehearsal.release.Manifest;
import dev.rehearsal.release.Release;
import dev.rehearsal.release.ReleasePart;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads and writes releases and their parts; each write leaves a history row for what it changed. */
@Repository
public class ReleaseStore {

    private static final int BATCH = 10_000;

    private final JdbcAggregateOperations rows;
    private final JdbcTemplate batches;

    public ReleaseStore(JdbcAggregateOperations rows, JdbcTemplate batches) {
        this.rows = rows;
        this.batches = batches;
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

    public Map<ReleaseName, Integer> baseVersions() {
        Map<ReleaseName, Integer> versions = new HashMap<>();
        batches.query(
                "select r.name, p.data_version from releases r join release_parts p on p.name = r.name and p.path = '.'",
                row -> {
                    versions.put(new ReleaseName(row.getString(1)), row.getInt(2));
                });
        return versions;
    }

    public Map<Long, List<Release>> writtenBy(Collection<Long> changeSets) {
        Map<Long, List<Release>> written = new HashMap<>();
        if (!changeSets.isEmpty()) {
            rows.findAll(Query.query(Criteria.where("changeSetId").in(changeSets)), ReleaseHistoryRow.class)
                    .forEach(row -> row.toRelease()
                            .ifPresent(release -> written.computeIfAbsent(
                                            Objects.requireNonNull(row.changeSetId()), set -> new ArrayList<>())
                                    .add(release)));
        }
        return written;
    }

    public void insert(Entry entry, Release release, Collection<ReleasePart> parts) {
        insertAll(entry, Map.of(release, parts));
    }

    public void insertAll(Entry entry, Map<Release, ? extends Collection<ReleasePart>> releases) {
        if (releases.isEmpty()) {
            return;
        }
        rows.insertAll(releases.keySet().stream().map(ReleaseRow::of).toList());
        rows.insertAll(releases.keySet().stream()
                .map(release -> ReleaseHistoryRow.written(entry, release))
                .toList());
        List<NamedPart> parts = new ArrayList<>();
        releases.forEach((release, partsOfIt) ->
                partsOfIt.forEach(part -> parts.add(new NamedPart(release.name().value(), part))));
        insertParts(entry, parts);
    }

    private record NamedPart(String release, ReleasePart part) {}

    /**
     * Writes the row and those of its parts that differ; each such part's data version goes up by one. What else the row
     * holds is counted as a change of the base part (a Balrog fact).
     */
    public void update(Entry entry, Release release, Manifest manifest) {
        boolean rowDiffers = differs(release);
        rows.update(ReleaseRow.of(release));
        rows.insert(ReleaseHistoryRow.written(entry, release));
        SortedMap<String, ReleasePart> current = parts(release.name());
        List<ReleasePart> added = new ArrayList<>();
        manifest.parts().forEach((path, hash) -> {
            ReleasePart known = current.get(path);
            if (known == null) {
                added.add(new ReleasePart(path, hash, 1));
            } else if (!known.hash().equals(hash) || rowDiffers && path.equals(BlobParts.BASE_PATH)) {
                ReleasePart part = new ReleasePart(path, hash, known.dataVersion() + 1);
                rows.update(ReleasePartRow.of(release.name(), part));
                rows.insert(ReleasePartHistoryRow.written(entry, release.name(), part));
            }
        });
        current.keySet().stream()
                .filter(path -> !manifest.parts().containsKey(path))
                .forEach(path -> deletePart(entry, release.name(), path));
        insertParts(
                entry,
                added.stream()
                        .map(part -> new NamedPart(release.name().value(), part))
                        .toList());
    }

    private boolean differs(Release release) {
        ReleaseRow current = rows.findById(release.name().value(), ReleaseRow.class);
        return current != null
                && (current.readOnly() != release.readOnly()
                        || !current.product().equals(release.product()));
    }

    public void delete(Entry entry, ReleaseName name) {
        parts(name).keySet().forEach(path -> deletePart(entry, name, path));
        rows.deleteById(name.value(), ReleaseRow.class);
        rows.insert(ReleaseHistoryRow.removed(entry, name));
    }

    /**
     * As two plain batches: a release has a thousand parts, a dataset hundreds of releases. In the order of hashes, so
     * that the index of these is not written from end to end for each release.
     */
    private void insertParts(Entry entry, List<NamedPart> parts) {
        batches.batchUpdate(
                "insert into release_parts (name, path, hash, data_version) values (?, ?, ?, ?)",
                parts.stream()
                        .sorted(Comparator.comparing(named -> named.part().hash()))
                        .map(named -> new Object[] {
                            named.release(),
                            named.part().path(),
                            named.part().hash().value(),
                            named.part().dataVersion()
                        })
                        .toList());
        batches.batchUpdate(
                "insert into release_parts_history"
                        + " (changed_by, changed_at, change_set_id, name, path, hash, data_version)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                parts,
                BATCH,
                (statement, named) -> {
                    statement.setString(1, entry.by().name());
                    statement.setLong(2, entry.at().toEpochMilli());
                    statement.setObject(3, entry.changeSet(), Types.BIGINT);
                    statement.setString(4, named.release());
                    statement.setString(5, named.part().path());
                    statement.setString(6, named.part().hash().value());
                    statement.setInt(7, named.part().dataVersion());
                });
    }

    private void deletePart(Entry entry, ReleaseName name, String path) {
        rows.deleteById(new ReleasePartRow.Key(name.value(), path), ReleasePartRow.class);
        rows.insert(ReleasePartHistoryRow.removed(entry, name, path));
    }
}
