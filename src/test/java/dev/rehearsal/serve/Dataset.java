package dev.rehearsal.serve;

import dev.rehearsal.blob.Blob;
import dev.rehearsal.blob.BlobReader;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.UpdateType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Rules, releases, pins and shutoffs in memory, read from JSON with the field names of Balrog's API. */
final class Dataset {

    private final List<Rule> rules = new ArrayList<>();
    private final Map<ReleaseName, Release> releases = new HashMap<>();
    private final Map<ContentHash, Blob> blobs = new HashMap<>();
    private final Map<Pins.Key, ReleaseName> pins = new HashMap<>();
    private final Set<Shutoffs.Key> shutoffs = new HashSet<>();

    static Dataset read(JsonNode json) {
        return read(json.path("rules"), json);
    }

    /** A release that stands twice has the content that stands last. */
    static Dataset read(JsonNode rules, JsonNode json) {
        Dataset dataset = new Dataset();
        rules.forEach(dataset::addRule);
        json.path("releases").forEach(dataset::addRelease);
        json.path("pinnable_releases").forEach(dataset::addPin);
        json.path("emergency_shutoffs").forEach(dataset::addShutoff);
        return dataset;
    }

    void addRule(JsonNode row) {
        rules.add(new Rule(
                new RuleId(row.get("rule_id").longValue()),
                text(row, "alias"),
                row.get("priority").intValue(),
                release(text(row, "mapping")),
                release(text(row, "fallbackMapping")),
                row.get("backgroundRate").intValue(),
                UpdateType.valueOf(row.get("update_type").stringValue().toUpperCase(Locale.ROOT)),
                text(row, "product"),
                text(row, "version"),
                text(row, "channel"),
                text(row, "buildTarget"),
                text(row, "buildID"),
                text(row, "locale"),
                text(row, "osVersion"),
                text(row, "memory"),
                text(row, "instructionSet"),
                flag(row, "jaws"),
                flag(row, "mig64"),
                text(row, "distribution"),
                text(row, "distVersion"),
                text(row, "headerArchitecture"),
                text(row, "comment"),
                row.path("data_version").intValue(1)));
    }

    void addRelease(JsonNode row) {
        ReleaseName name = new ReleaseName(row.get("name").stringValue());
        ContentHash content = new ContentHash(name.value());
        blobs.put(content, BlobReader.compile(row.get("blob")));
        releases.put(
                name,
                new Release(
                        name,
                        row.get("product").stringValue(),
                        row.path("read_only").booleanValue(false),
                        row.path("data_version").intValue(1),
                        content));
    }

    void addPin(JsonNode row) {
        Pins.Key key = new Pins.Key(
                row.get("product").stringValue(),
                row.get("channel").stringValue(),
                row.get("version").stringValue());
        pins.put(key, new ReleaseName(row.get("mapping").stringValue()));
    }

    void addShutoff(JsonNode row) {
        shutoffs.add(new Shutoffs.Key(
                row.get("product").stringValue(), row.get("channel").stringValue()));
    }

    ServedState state() {
        return new ServedState(
                RuleSet.of(rules),
                Map.copyOf(releases),
                new Pins(Map.copyOf(pins)),
                content -> Objects.requireNonNull(blobs.get(content)));
    }

    /** A snapshot in which no channel is mapped. */
    InMemorySnapshot snapshot() {
        return new InMemorySnapshot(state(), new Shutoffs(Set.copyOf(shutoffs)));
    }

    private static @Nullable String text(JsonNode row, String field) {
        return row.path(field).stringValue(null);
    }

    private static @Nullable Boolean flag(JsonNode row, String field) {
        JsonNode value = row.path(field);
        return value.isBoolean() ? value.booleanValue() : null;
    }

    private static @Nullable ReleaseName release(@Nullable String name) {
        return name == null ? null : new ReleaseName(name);
    }
}
