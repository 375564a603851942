package dev.rehearsal.mirror;

import dev.rehearsal.blob.BlobParts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The tables of a Balrog in memory, made from what is known of Balrog's behaviour. Whoever touches it locks it. */
public final class BalrogState {

    static final JsonMapper JSON = JsonMapper.shared();

    static final List<String> COLUMNS = List.of(
            "alias",
            "priority",
            "mapping",
            "fallbackMapping",
            "backgroundRate",
            "update_type",
            "product",
            "version",
            "channel",
            "buildTarget",
            "buildID",
            "locale",
            "osVersion",
            "memory",
            "instructionSet",
            "jaws",
            "mig64",
            "distribution",
            "distVersion",
            "headerArchitecture",
            "comment");

    final SortedMap<Long, ObjectNode> rules = new TreeMap<>();
    /** By name: product, read_only, data_version, blob. */
    final SortedMap<String, ObjectNode> first = new TreeMap<>();
    /** By name: product, read_only, parts by path with data and data_version. */
    final SortedMap<String, ObjectNode> second = new TreeMap<>();

    final SortedMap<String, ObjectNode> shutoffs = new TreeMap<>();
    final SortedMap<String, ObjectNode> pins = new TreeMap<>();
    final SortedMap<String, ObjectNode> requirements = new TreeMap<>();
    final SortedMap<String, ObjectNode> permissionRequirements = new TreeMap<>();
    final SortedMap<String, ObjectNode> people = new TreeMap<>();
    /** By kind, then by number; those of the second API under {@code v2}. */
    final Map<String, SortedMap<Long, ObjectNode>> scheduled = new LinkedHashMap<>();

    private long rulesGiven;
    private long scheduledGiven;

    public BalrogState() {
        ListingReader.SCHEDULED.forEach(kind -> scheduled.put(kind, new TreeMap<>()));
        scheduled.put("v2", new TreeMap<>());
    }

    /** Returns the tables of a Balrog that holds what a dataset does; releases of schema 9 are of the second API. */
    public static BalrogState of(JsonNode dataset) {
        BalrogState state = new BalrogState();
        for (JsonNode row : dataset.path("rules")) {
            long id = row.path("rule_id").asLong();
            state.rules.put(id, (ObjectNode) row.deepCopy());
            state.rulesGiven = Math.max(state.rulesGiven, id);
        }
        for (JsonNode row : dataset.path("releases")) {
            String name = row.path("name").asString();
            String product = row.path("product").asString();
            if (row.path("blob").path("schema_version").asInt(0) == 9) {
                state.addSecond(name, product, row.path("blob"));
            } else {
                state.addFirst(name, product, row.path("blob"));
            }
        }
        for (JsonNode row : dataset.path("pinnable_releases")) {
            state.pins.put(key(row, "product", "channel", "version"), (ObjectNode) row.deepCopy());
        }
        for (JsonNode row : dataset.path("emergency_shutoffs")) {
            state.shutoffs.put(key(row, "product", "channel"), (ObjectNode) row.deepCopy());
        }
        return state;
    }

    BalrogState copy() {
        BalrogState copy = new BalrogState();
        rules.forEach((key, row) -> copy.rules.put(key, row.deepCopy()));
        first.forEach((key, row) -> copy.first.put(key, row.deepCopy()));
        second.forEach((key, row) -> copy.second.put(key, row.deepCopy()));
        shutoffs.forEach((key, row) -> copy.shutoffs.put(key, row.deepCopy()));
        pins.forEach((key, row) -> copy.pins.put(key, row.deepCopy()));
        requirements.forEach((key, row) -> copy.requirements.put(key, row.deepCopy()));
        permissionRequirements.forEach((key, row) -> copy.permissionRequirements.put(key, row.deepCopy()));
        people.forEach((key, row) -> copy.people.put(key, row.deepCopy()));
        scheduled.forEach(
                (kind, rows) -> rows.forEach((key, row) -> copy.scheduled(kind).put(key, row.deepCopy())));
        copy.rulesGiven = rulesGiven;
        copy.scheduledGiven = scheduledGiven;
        return copy;
    }

    /** JSON in which single quotes may stand for double ones. */
    public static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    }

    public static ObjectNode rule(String fields) {
        ObjectNode row = JSON.createObjectNode();
        COLUMNS.forEach(row::putNull);
        row.put("priority", 10).put("backgroundRate", 100).put("update_type", "minor");
        return row.setAll(json(fields));
    }

    public long addRule(ObjectNode row) {
        long id = ++rulesGiven;
        rules.put(id, row.deepCopy().put("rule_id", id).put("data_version", 1));
        return id;
    }

    public void addFirst(String name, String product, JsonNode blob) {
        first.put(
                name,
                JSON.createObjectNode()
                        .put("product", product)
                        .put("read_only", false)
                        .put("data_version", 1)
                        .set("blob", blob));
    }

    public void addSecond(String name, String product, JsonNode blob) {
        ObjectNode release = JSON.createObjectNode().put("product", product).put("read_only", false);
        ObjectNode parts = release.putObject("parts");
        BlobParts.split(blob)
                .byPath()
                .forEach((path, data) ->
                        parts.putObject(path).put("data_version", 1).set("data", data));
        second.put(name, release);
    }

    static JsonNode blob(ObjectNode second) {
        Map<String, JsonNode> parts = new TreeMap<>();
        second.path("parts")
                .properties()
                .forEach(part -> parts.put(part.getKey(), part.getValue().path("data")));
        return BlobParts.of(parts).join();
    }

    static void bump(ObjectNode row) {
        row.put("data_version", row.path("data_version").asInt(0) + 1);
    }

    /** Returns a rule that there is. */
    ObjectNode rule(long id) {
        return Objects.requireNonNull(rules.get(id));
    }

    /** Returns a release of the first API that there is. */
    ObjectNode first(String name) {
        return Objects.requireNonNull(first.get(name));
    }

    /** Returns a release of the second API that there is. */
    ObjectNode second(String name) {
        return Objects.requireNonNull(second.get(name));
    }

    /** Returns the scheduled changes of a kind by their numbers. */
    SortedMap<Long, ObjectNode> scheduled(String kind) {
        return Objects.requireNonNull(scheduled.get(kind));
    }

    /** Puts a part of a release of the second API; null to remove it. */
    void part(String name, String path, @Nullable JsonNode data) {
        ObjectNode parts = (ObjectNode) second(name).get("parts");
        if (data == null) {
            parts.remove(path);
        } else {
            int version = parts.path(path).path("data_version").asInt(0);
            parts.putObject(path).put("data_version", version + 1).set("data", data);
        }
    }

    /** @param row all columns, with change_type */
    public long schedule(String kind, ObjectNode row, long when, String by) {
        long id = ++scheduledGiven;
        row.put("sc_id", id)
                .put("sc_data_version", 1)
                .put("when", when)
                .put("scheduled_by", by)
                .put("complete", false)
                .set("signoffs", JSON.createObjectNode());
        scheduled(kind).put(id, row);
        return id;
    }

    /** Schedules what a release of either API becomes: of the second, the parts that differ. */
    public void scheduleRelease(ObjectNode row, long when, String by) {
        ObjectNode release = second.get(row.path("name").asString());
        if (release == null) {
            schedule("releases", row, when, by);
            return;
        }
        Map<String, JsonNode> wanted = BlobParts.split(row.path("data")).byPath();
        Set<String> paths = new TreeSet<>(wanted.keySet());
        paths.addAll(release.path("parts").propertyNames());
        for (String path : paths) {
            JsonNode data = wanted.get(path);
            JsonNode known = release.path("parts").path(path);
            if (!known.path("data").equals(data)) {
                ObjectNode part = row.deepCopy()
                        .put("change_type", data == null ? "delete" : known.isMissingNode() ? "insert" : "update");
                if (!path.equals(BlobParts.BASE_PATH)) {
                    part.put("path", path);
                }
                part.set("data", data);
                schedule("v2", part, when, by);
            }
        }
    }

    /** Makes all live that is scheduled. */
    public synchronized void enactAll() {
        new Enacting(this).all();
    }

    List<ObjectNode> waiting(String kind) {
        return scheduled(kind).values().stream()
                .filter(row -> !row.path("complete").asBoolean())
                .toList();
    }

    /** All that are waiting, of whatever kind. */
    List<ObjectNode> waiting() {
        List<ObjectNode> all = new ArrayList<>();
        scheduled.keySet().forEach(kind -> all.addAll(waiting(kind)));
        return all;
    }

    static String key(JsonNode row, String... columns) {
        return ListingReader.key(row, columns);
    }
}
