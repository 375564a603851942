package dev.rehearsal.mirror.store;

import dev.rehearsal.blob.CanonicalJson;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Remembers what was fetched of each release, so that nothing is fetched twice. */
@Repository
public class FetchedStore {

    private final JdbcClient jdbc;

    public FetchedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A release as it was fetched.
     *
     * @param line its row at the source, with the data versions of what was fetched
     * @param version that the release is of; empty for none
     * @param isApplied whether what is mirrored is this
     */
    public record Fetched(JsonNode line, ContentHash content, String version, boolean isApplied) {}

    public Map<String, Fetched> all() {
        Map<String, Fetched> all = new HashMap<>();
        jdbc.sql("select name, line, content, version, applied from fetched_releases")
                .query(row -> {
                    JsonNode line = CanonicalJson.parse(row.getString(2).getBytes(StandardCharsets.UTF_8));
                    all.put(
                            row.getString(1),
                            new Fetched(
                                    line,
                                    new ContentHash(row.getString(3)),
                                    row.getString(4),
                                    CanonicalJson.hash(line).value().equals(row.getString(5))));
                });
        return all;
    }

    public Optional<Manifest> manifest(String name) {
        return jdbc.sql("select manifest from fetched_releases where name = ?")
                .param(name)
                .query(String.class)
                .optional()
                .map(FetchedStore::manifestOf);
    }

    private static Manifest manifestOf(String text) {
        SortedMap<String, ContentHash> parts = new TreeMap<>();
        CanonicalJson.parse(text.getBytes(StandardCharsets.UTF_8))
                .properties()
                .forEach(part ->
                        parts.put(part.getKey(), new ContentHash(part.getValue().asString())));
        return new Manifest(parts);
    }

    public void put(String name, JsonNode line, Manifest manifest, String version) {
        ObjectNode parts = JsonNodeFactory.instance.objectNode();
        manifest.parts().forEach((path, hash) -> parts.put(path, hash.value()));
        String written = new String(CanonicalJson.bytes(line), StandardCharsets.UTF_8);
        int updated = jdbc.sql(
                        "update fetched_releases set line = ?, manifest = ?, version = ?, content = ? where name = ?")
                .params(written, parts.toString(), version, manifest.content().value(), name)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into fetched_releases (name, line, manifest, version, content) values (?, ?, ?, ?, ?)")
                    .params(
                            name,
                            written,
                            parts.toString(),
                            version,
                            manifest.content().value())
                    .update();
        }
    }

    /** Keeps that what is mirrored of a release is what was fetched of it. */
    public void applied(String name, JsonNode line) {
        jdbc.sql("update fetched_releases set applied = ? where name = ?")
                .params(CanonicalJson.hash(line).value(), name)
                .update();
    }

    public void remove(String name) {
        jdbc.sql("delete from fetched_releases where name = ?").param(name).update();
    }

    /** Forgets all: each release is fetched again. */
    public void clear() {
        jdbc.sql("delete from fetched_releases").update();
    }
}
