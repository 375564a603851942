package dev.rehearsal.live.store;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.References;
import dev.rehearsal.matching.ReleaseName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Content-addressed parts, compressed, and what whole contents refer to. None of it ever becomes anything else. */
@Repository
public class ContentStore {

    /** As many values as one statement asks for at once. */
    private static final int CHUNK = 500;

    /** When a part was handed in last is known to the hour. */
    private static final Duration PRECISION = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    public ContentStore(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Stores those parts that are not stored yet, in the order of hashes: that is kind to their index. */
    public void putParts(Map<ContentHash, byte[]> parts) {
        Instant now = clock.instant();
        List<Object[]> rows = missing(parts.keySet()).parallelStream()
                .sorted()
                .map(hash -> new Object[] {
                    hash.value(), compress(Objects.requireNonNull(parts.get(hash))), now.toEpochMilli()
                })
                .toList();
        batches.batchUpdate("insert into contents (hash, data, stored_at) values (?, ?, ?)", rows);
    }

    /** Returns which of these are not stored; those that are, are handed in anew. */
    public Set<ContentHash> missing(Collection<ContentHash> hashes) {
        Instant now = clock.instant();
        Set<ContentHash> missing = new HashSet<>(hashes);
        for (List<ContentHash> chunk : chunks(hashes)) {
            jdbc.sql("select hash from contents where hash in (:hashes)")
                    .param("hashes", values(chunk))
                    .query((row, number) -> new ContentHash(row.getString(1)))
                    .list()
                    .forEach(missing::remove);
            jdbc.sql("update contents set stored_at = :now where hash in (:hashes) and stored_at < :before")
                    .param("now", now.toEpochMilli())
                    .param("hashes", values(chunk))
                    .param("before", now.minus(PRECISION).toEpochMilli())
                    .update();
        }
        return missing;
    }

    /** Returns parts that were handed in before a time for the last time, and were never live. */
    public Set<ContentHash> neverLive(Instant storedBefore) {
        return Set.copyOf(jdbc.sql("select c.hash from contents c where c.stored_at < ?"
                        + " and not exists (select 1 from release_parts p where p.hash = c.hash)"
                        + " and not exists (select 1 from release_parts_history h where h.hash = c.hash)")
                .param(storedBefore.toEpochMilli())
                .query((row, number) -> new ContentHash(row.getString(1)))
                .list());
    }

    public void removeParts(Collection<ContentHash> parts) {
        for (List<ContentHash> chunk : chunks(parts)) {
            jdbc.sql("delete from contents where hash in (:hashes)")
                    .param("hashes", values(chunk))
                    .update();
        }
    }

    /** The parts with these hashes; one that is not stored is not in the map. */
    public Map<ContentHash, byte[]> parts(Collection<ContentHash> hashes) {
        Map<ContentHash, byte[]> parts = new HashMap<>();
        for (List<ContentHash> chunk : chunks(hashes)) {
            jdbc.sql("select hash, data from contents where hash in (:hashes)")
                    .param("hashes", values(chunk))
                    .query((row, number) -> Map.entry(new ContentHash(row.getString(1)), decompress(row.getBytes(2))))
                    .list()
                    .forEach(part -> parts.put(part.getKey(), part.getValue()));
        }
        return parts;
    }

    /** The parts of a release that has this content, or once had. */
    public Optional<Manifest> manifest(ContentHash content) {
        Manifest live = manifest(jdbc.sql("select path, hash from release_parts where name ="
                        + " (select min(name) from releases where content = ?)")
                .param(content.value()));
        return live.parts().isEmpty() ? formerManifest(content) : Optional.of(live);
    }

    private Optional<Manifest> formerManifest(ContentHash content) {
        return jdbc.sql("select name, change_id from releases_history where change_id ="
                        + " (select min(change_id) from releases_history where content = ?)")
                .param(content.value())
                .query((row, number) -> manifestAfter(row.getString(1), row.getLong(2)))
                .optional();
    }

    /** Returns what a release was made of when its data version was this; of several that had the name, the latest. */
    public Optional<Manifest> manifest(String release, int dataVersion) {
        return jdbc.sql("select max(change_id) from releases_history where name = ? and data_version = ?")
                .params(release, dataVersion)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single()
                .map(change -> manifestAfter(release, change));
    }

    /** Returns what a release consisted of once a row of its history was written. */
    private Manifest manifestAfter(String release, long change) {
        return manifest(jdbc.sql("select h.path, h.hash from release_parts_history h join"
                        + " (select max(change_id) as change_id from release_parts_history"
                        + "  where name = ? and release_change_id <= ? group by path) last_change"
                        + " on last_change.change_id = h.change_id where h.hash is not null")
                .params(release, change));
    }

    private static Manifest manifest(JdbcClient.StatementSpec parts) {
        SortedMap<String, ContentHash> byPath = new TreeMap<>();
        parts.query((row, number) -> Map.entry(row.getString(1), new ContentHash(row.getString(2))))
                .list()
                .forEach(part -> byPath.put(part.getKey(), part.getValue()));
        return new Manifest(byPath);
    }

    public void putReferences(ContentHash content, References references) {
        if (references(content).isEmpty()) {
            jdbc.sql("insert into content_references (content, children, child_products, partial_sources, build_ids)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(
                            content.value(),
                            NameLines.of(references.children()),
                            NameLines.of(references.childProducts()))
                    .params(NameLines.of(references.partialSources()), references.buildIds())
                    .update();
        }
    }

    public Optional<References> references(ContentHash content) {
        return jdbc.sql("select children, child_products, partial_sources, build_ids from content_references"
                        + " where content = ?")
                .param(content.value())
                .query((row, number) ->
                        referencesOf(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .optional();
    }

    /** Returns those of all live releases at once: a snapshot is not built with a statement per release. */
    public Map<ContentHash, References> liveReferences() {
        return references(
                jdbc.sql("select content, children, child_products, partial_sources, build_ids from content_references"
                        + " where content in (select content from releases)"));
    }

    /** Reads what these contents name; a content that was never live is not in the map. */
    public Map<ContentHash, References> references(Collection<ContentHash> contents) {
        Map<ContentHash, References> all = new HashMap<>();
        for (List<ContentHash> chunk : chunks(contents)) {
            all.putAll(references(jdbc.sql(
                            "select content, children, child_products, partial_sources, build_ids from content_references"
                                    + " where content in (:contents)")
                    .param("contents", values(chunk))));
        }
        return all;
    }

    private static Map<ContentHash, References> references(JdbcClient.StatementSpec rows) {
        Map<ContentHash, References> all = new HashMap<>();
        rows.query((row, number) -> Map.entry(
                        new ContentHash(row.getString(1)),
                        referencesOf(row.getString(2), row.getString(3), row.getString(4), row.getString(5))))
                .list()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    private static References referencesOf(String children, String products, String sources, String buildIds) {
        return new References(
                NameLines.read(children).map(ReleaseName::new).collect(Collectors.toUnmodifiableSet()),
                NameLines.read(products).collect(Collectors.toUnmodifiableSet()),
                NameLines.read(sources).map(ReleaseName::new).collect(Collectors.toUnmodifiableSet()),
                buildIds);
    }

    private static List<List<ContentHash>> chunks(Collection<ContentHash> hashes) {
        List<ContentHash> all = List.copyOf(hashes);
        List<List<ContentHash>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }

    private static List<String> values(List<ContentHash> hashes) {
        return hashes.stream().map(ContentHash::value).toList();
    }

    private static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static byte[] decompress(byte[] compressed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
