package dev.rehearsal.mirror;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.enactment.MirroredKind;
import dev.rehearsal.problem.UrlSegment;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a source lists, by its admin API or by its public one. */
final class ListingReader {

    /** All kinds of scheduled changes but those of the second API, which its releases bring. */
    static final List<String> SCHEDULED = List.of(
            "rules",
            "releases",
            "permissions",
            "required_signoffs/product",
            "required_signoffs/permissions",
            "emergency_shutoff",
            "pinnable_releases");

    /** Begins the name of what is scheduled for a release of the second API. */
    static final String SECOND_API = "v2/";

    private final BalrogClient client;
    private final boolean onlyPublic;

    ListingReader(BalrogClient client, boolean onlyPublic) {
        this.client = client;
        this.onlyPublic = onlyPublic;
    }

    /**
     * @param pins that are asked for one by one: no list tells of them
     * @param known the line of a release as it was fetched, by its name
     */
    Listing read(Collection<Pins.Key> pins, Function<String, Optional<JsonNode>> known) {
        Map<MirroredKind, SortedMap<String, JsonNode>> rows = new EnumMap<>(MirroredKind.class);
        rows.put(MirroredKind.RULES, keyed(client.rows("/rules", "rules"), "rule_id"));
        rows.put(MirroredKind.SHUTOFFS, keyed(client.rows("/emergency_shutoff", "shutoffs"), "product", "channel"));
        rows.put(MirroredKind.PINS, pins(pins));
        SortedMap<String, JsonNode> releases = new TreeMap<>();
        for (JsonNode row : client.rows("/releases", "releases")) {
            put(releases, name(row), line(row, onlyPublic ? 0 : 1));
        }
        Set<String> hidden = new HashSet<>();
        if (!onlyPublic) {
            SortedMap<String, JsonNode> sets = new TreeMap<>();
            readSecondApi(releases, sets, known);
            readScheduled(sets, releases, hidden);
            rows.put(MirroredKind.SETS, sets);
            rows.put(
                    MirroredKind.REQUIREMENTS,
                    keyed(
                            client.rows("/required_signoffs/product", "required_signoffs"),
                            "product",
                            "channel",
                            "role"));
            rows.put(
                    MirroredKind.PERMISSION_REQUIREMENTS,
                    keyed(client.rows("/required_signoffs/permissions", "required_signoffs"), "product", "role"));
            people().ifPresent(found -> {
                rows.put(MirroredKind.PERMISSIONS, found);
                rows.put(MirroredKind.ROLES, new TreeMap<>());
            });
        }
        rows.put(MirroredKind.RELEASES, releases);
        return new Listing(rows, hidden);
    }

    /** Returns those of these pins that there are. */
    SortedMap<String, JsonNode> pins(Collection<Pins.Key> asked) {
        SortedMap<String, JsonNode> found = new TreeMap<>();
        for (Pins.Key pin : asked) {
            String path = "/pins/%s/%s/%s"
                    .formatted(
                            UrlSegment.of(pin.product()), UrlSegment.of(pin.channel()), UrlSegment.of(pin.version()));
            client.find(onlyPublic ? path : "/v2" + path)
                    .ifPresent(reply -> found.put(key(reply.json(), "product", "channel", "version"), reply.json()));
        }
        return found;
    }

    private void readSecondApi(
            SortedMap<String, JsonNode> releases,
            SortedMap<String, JsonNode> sets,
            Function<String, Optional<JsonNode>> known) {
        for (JsonNode row : client.rows("/v2/releases", "releases")) {
            String name = name(row);
            if (row.path("data_version").isIntegralNumber()) {
                versions(row, name, known)
                        .ifPresentOrElse(line -> releases.put(name, line), () -> releases.remove(name));
            }
            ArrayNode scheduled = JsonNodeFactory.instance.arrayNode();
            row.path("scheduled_changes").forEach(change -> {
                if (change.isObject() && !change.path("complete").asBoolean(false)) {
                    scheduled.add(withoutNoise(change));
                }
            });
            if (!scheduled.isEmpty()) {
                sets.put(SECOND_API + name, scheduled);
            }
        }
    }

    /** What is locked does not change before it is unlocked, which its base part tells. */
    private Optional<JsonNode> versions(JsonNode row, String name, Function<String, Optional<JsonNode>> known) {
        ObjectNode line = line(row, 2);
        Optional<JsonNode> before = known.apply(name);
        if (row.path("read_only").asBoolean(false) && before.isPresent()) {
            JsonNode versions = before.get().path("versions");
            if (line.equals(((ObjectNode) before.get()).deepCopy().without("versions")) && versions.isObject()) {
                line.set("versions", versions);
                return Optional.of(line);
            }
        }
        return client.find("/v2/releases/" + UrlSegment.of(name) + "/data_versions")
                .map(reply -> {
                    line.set("versions", PartVersions.flat(reply.json().path("data_versions")));
                    return line;
                });
    }

    private static boolean isOfSecondApi(
            JsonNode row, SortedMap<String, JsonNode> sets, Map<String, JsonNode> releases) {
        JsonNode release = releases.get(name(row));
        return row.has("path")
                || sets.containsKey(SECOND_API + name(row))
                || release != null && release.path("api").asInt() == 2;
    }

    private void readScheduled(SortedMap<String, JsonNode> sets, Map<String, JsonNode> releases, Set<String> hidden) {
        for (String kind : SCHEDULED) {
            for (JsonNode row : ifShown(kind, hidden)) {
                boolean ofSecondApi = kind.equals("releases") && isOfSecondApi(row, sets, releases);
                if (!ofSecondApi && !row.path("complete").asBoolean(false)) {
                    put(sets, kind + "/" + number(row, kind), withoutNoise(row));
                }
            }
        }
    }

    private static long number(JsonNode row, String kind) {
        long number = row.path("sc_id").asLong(0);
        if (number < 1) {
            throw new SourceException("a scheduled change of %s is listed without a number".formatted(kind));
        }
        return number;
    }

    /** Returns what of a kind has gone live, of what was scheduled. */
    List<Long> enacted(String kind) {
        return client.rows("/scheduled_changes/" + kind + "?all=1", "scheduled_changes").stream()
                .filter(row -> row.path("complete").asBoolean(false))
                .map(row -> number(row, kind))
                .toList();
    }

    private List<JsonNode> ifShown(String kind, Set<String> hidden) {
        try {
            return client.rows("/scheduled_changes/" + kind, "scheduled_changes");
        } catch (SourceException e) {
            if (e.isRefused()) {
                hidden.add(kind);
                return List.of();
            }
            throw e;
        }
    }

    /** Returns everybody, if the token may see them. */
    private Optional<SortedMap<String, JsonNode>> people() {
        try {
            SortedMap<String, JsonNode> people = new TreeMap<>();
            JsonNode users = client.get("/users").json();
            if (!users.isObject() || users.valueStream().anyMatch(user -> !user.isObject())) {
                throw new SourceException("/users is answered with something else than people");
            }
            users.properties().forEach(user -> people.put(user.getKey(), user.getValue()));
            return Optional.of(people);
        } catch (SourceException e) {
            if (e.isRefused()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static ObjectNode line(JsonNode row, int api) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("api", api)
                .put("product", row.path("product").asString(""))
                .put("read_only", row.path("read_only").asBoolean(false));
        return line.put("data_version", row.path("data_version").asInt(0));
    }

    private static String name(JsonNode row) {
        String name = row.path("name").asString("");
        if (name.isEmpty()) {
            throw new SourceException("a release is listed without a name");
        }
        return name;
    }

    /** What is asked of others follows from other rows. */
    private static JsonNode withoutNoise(JsonNode row) {
        ObjectNode kept = (ObjectNode) row.deepCopy();
        kept.remove("required_signoffs");
        kept.remove("original_row");
        return kept;
    }

    private static SortedMap<String, JsonNode> keyed(List<JsonNode> rows, String... columns) {
        SortedMap<String, JsonNode> keyed = new TreeMap<>();
        rows.forEach(row -> put(keyed, key(row, columns), row));
        return keyed;
    }

    /** Reads a listing page by page; a row that went from one page to the next may be listed twice. */
    private static void put(SortedMap<String, JsonNode> rows, String key, JsonNode row) {
        JsonNode other = rows.put(key, row);
        if (other != null && !other.equals(row)) {
            throw new SourceException("'%s' is listed twice, and not the same".formatted(key.strip()));
        }
    }

    static String key(JsonNode row, String... columns) {
        StringBuilder key = new StringBuilder();
        for (String column : columns) {
            key.append(row.path(column).asString("")).append('\n');
        }
        return key.toString();
    }
}
