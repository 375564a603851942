package dev.rehearsal.live.store;

import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleasePart;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.LastWrite;
import dev.rehearsal.matching.ReleaseName;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private static final int MOST_NAMED = 500;

    private final JdbcAggregateOperations rows;
    private final JdbcTemplate batches;
    private final IncarnationStore incarnations;

    public ReleaseStore(JdbcAggregateOperations rows, JdbcTemplate batches, IncarnationStore incarnations) {
        this.incarnations = incarnations;
        this.rows = rows;
        this.batches = batches;
    }

    public List<Release> all() {
        return rows.findAll(ReleaseRow.class).stream()
                .map(ReleaseRow::toRelease)
                .toList();
    }

    /** Returns those of these that there are. */
    public List<Release> all(Collection<ReleaseName> names) {
        return rows.findAllById(names.stream().map(ReleaseName::value).toList(), ReleaseRow.class).stream()
                .map(ReleaseRow::toRelease)
                .toList();
    }

    public Optional<Release> find(ReleaseName name) {
        return Optional.ofNullable(rows.findById(name.value(), ReleaseRow.class))
                .map(ReleaseRow::toRelease);
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

    public Map<ReleaseName, LastWrite> lastWrites(Collection<ReleaseName> names) {
        Map<ReleaseName, LastWrite> writes = new HashMap<>();
        List<ReleaseName> asked = List.copyOf(names);
        for (int from = 0; from < asked.size(); from += MOST_NAMED) {
            List<ReleaseName> some = asked.subList(from, Math.min(asked.size(), from + MOST_NAMED));
            String marks = String.join(", ", Collections.nCopies(some.size(), "?"));
            batches.query(
                    "select h.name, h.changed_by, h.changed_at, h.data_version from releases_history h"
                            + " join (select max(change_id) as change_id from releases_history where name in (" + marks
                            + ") group by name) latest on latest.change_id = h.change_id",
                    row -> {
                        boolean removed = row.getObject(4) == null;
                        writes.put(
                                new ReleaseName(row.getString(1)),
                                new LastWrite(
                                        new Actor(row.getString(2)), Instant.ofEpochMilli(row.getLong(3)), removed));
                    },
                    some.stream().map(ReleaseName::value).toArray());
        }
        return writes;
    }

    /** Returns the incarnations of those that Balrog's second API made. */
    public Set<Long> ofSecondApi() {
        return new HashSet<>(batches.queryForList("select incarnation from second_api_releases", Long.class));
    }

    public void markOfSecondApi(Collection<Long> made) {
        batches.batchUpdate(
                "insert into second_api_releases (incarnation) values (?)",
                made.stream().map(incarnation -> new Object[] {incarnation}).toList());
    }

    /** Marks live releases. */
    public void markNamedOfSecondApi(Collection<ReleaseName> names) {
        batches.batchUpdate(
                "insert into second_api_releases (incarnation) select incarnation from releases where name = ?",
                names.stream().map(name -> new Object[] {name.value()}).toList());
    }

    public void insert(Write write, Release release, Collection<ReleasePart> parts) {
        insertAll(write, Map.of(release, parts));
    }

    /** Inserts releases; those without an incarnation get one. */
    public void insertAll(Write write, Map<Release, ? extends Collection<ReleasePart>> added) {
        if (added.isEmpty()) {
            return;
        }
        Map<Release, Collection<ReleasePart>> releases = new LinkedHashMap<>();
        added.forEach((release, partsOfIt) -> releases.put(
                release.incarnation() == 0 ? release.withIncarnation(incarnations.reserve()) : release, partsOfIt));
        rows.insertAll(releases.keySet().stream().map(ReleaseRow::of).toList());
        Map<String, Long> changes = new HashMap<>();
        rows.insertAll(releases.keySet().stream()
                        .map(release -> ReleaseHistoryRow.written(write, release))
                        .toList())
                .forEach(row -> changes.put(row.name(), changeId(row)));
        List<WrittenPart> parts = new ArrayList<>();
        releases.forEach((release, partsOfIt) -> {
            String name = release.name().value();
            long change = Objects.requireNonNull(changes.get(name));
            partsOfIt.forEach(part -> parts.add(new WrittenPart(name, part, change)));
        });
        insertParts(write, parts);
    }

    /** @param change the row of the release's history that it is written with */
    private record WrittenPart(String release, ReleasePart part, long change) {}

    /**
     * Writes the row and those of its parts that differ; each such part's data version goes up by one. What else the row
     * holds is counted as a change of the base part (a Balrog fact).
     */
    public void update(Write write, Release changed, Manifest manifest) {
        ReleaseRow known = Objects.requireNonNull(rows.findById(changed.name().value(), ReleaseRow.class));
        boolean rowDiffers =
                known.readOnly() != changed.readOnly() || !known.product().equals(changed.product());
        SortedMap<String, ReleasePart> current = parts(changed.name());
        List<ReleasePart> next = new ArrayList<>();
        manifest.parts().forEach((path, hash) -> {
            ReleasePart before = current.get(path);
            boolean differs =
                    before != null && (!before.hash().equals(hash) || rowDiffers && path.equals(BlobParts.BASE_PATH));
            next.add(new ReleasePart(path, hash, before == null ? 1 : before.dataVersion() + (differs ? 1 : 0)));
        });
        update(write, changed, next);
    }

    /** Writes the row, and makes its parts these, in the versions that they have. */
    public void update(Write write, Release changed, Collection<ReleasePart> parts) {
        ReleaseRow known = Objects.requireNonNull(rows.findById(changed.name().value(), ReleaseRow.class));
        Release release = changed.incarnation() == 0 ? changed.withIncarnation(known.incarnation()) : changed;
        rows.update(ReleaseRow.of(release));
        long change = changeId(rows.insert(ReleaseHistoryRow.written(write, release)));
        SortedMap<String, ReleasePart> current = parts(release.name());
        String name = release.name().value();
        List<WrittenPart> added = new ArrayList<>();
        List<WrittenPart> different = new ArrayList<>();
        Set<String> kept = new HashSet<>();
        parts.forEach(part -> {
            kept.add(part.path());
            ReleasePart before = current.get(part.path());
            if (before == null) {
                added.add(new WrittenPart(name, part, change));
            } else if (!before.equals(part)) {
                different.add(new WrittenPart(name, part, change));
            }
        });
        updateParts(write, different);
        deleteParts(
                write,
                change,
                name,
                current.keySet().stream().filter(path -> !kept.contains(path)).toList());
        insertParts(write, added);
    }

    public void delete(Write write, ReleaseName name) {
        long change = changeId(rows.insert(ReleaseHistoryRow.removed(write, name)));
        deleteParts(write, change, name.value(), parts(name).keySet());
        rows.deleteById(name.value(), ReleaseRow.class);
    }

    /**
     * As two plain batches: a release has a thousand parts, a dataset hundreds of releases. In the order of hashes, so
     * that the index of these is not written from end to end for each release.
     */
    private void insertParts(Write write, List<WrittenPart> parts) {
        batches.batchUpdate(
                "insert into release_parts (name, path, hash, data_version) values (?, ?, ?, ?)",
                parts.stream()
                        .sorted(Comparator.comparing(added -> added.part().hash()))
                        .map(added -> new Object[] {
                            added.release(),
                            added.part().path(),
                            added.part().hash().value(),
                            added.part().dataVersion()
                        })
                        .toList());
        insertHistory(write, parts);
    }

    private void updateParts(Write write, List<WrittenPart> parts) {
        batches.batchUpdate(
                "update release_parts set hash = ?, data_version = ? where name = ? and path = ?",
                parts.stream()
                        .map(changed -> new Object[] {
                            changed.part().hash().value(),
                            changed.part().dataVersion(),
                            changed.release(),
                            changed.part().path()
                        })
                        .toList());
        insertHistory(write, parts);
    }

    private void insertHistory(Write write, List<WrittenPart> parts) {
        batches.batchUpdate(
                "insert into release_parts_history"
                        + " (changed_by, changed_at, change_set_id, name, path, hash, data_version, release_change_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                parts,
                BATCH,
                (statement, written) -> {
                    statement.setString(1, write.by().name());
                    statement.setLong(2, write.at().toEpochMilli());
                    statement.setObject(3, write.changeSet(), Types.BIGINT);
                    statement.setString(4, written.release());
                    statement.setString(5, written.part().path());
                    statement.setString(6, written.part().hash().value());
                    statement.setInt(7, written.part().dataVersion());
                    statement.setLong(8, written.change());
                });
    }

    private static long changeId(ReleaseHistoryRow row) {
        return Objects.requireNonNull(row.changeId());
    }

    private void deleteParts(Write write, long change, String name, Collection<String> paths) {
        batches.batchUpdate(
                "delete from release_parts where name = ? and path = ?",
                paths.stream().map(path -> new Object[] {name, path}).toList());
        batches.batchUpdate(
                "insert into release_parts_history"
                        + " (changed_by, changed_at, change_set_id, name, path, release_change_id) values (?, ?, ?, ?, ?, ?)",
                paths,
                BATCH,
                (statement, path) -> {
                    statement.setString(1, write.by().name());
                    statement.setLong(2, write.at().toEpochMilli());
                    statement.setObject(3, write.changeSet(), Types.BIGINT);
                    statement.setString(4, name);
                    statement.setString(5, path);
                    statement.setLong(6, change);
                });
    }
}
