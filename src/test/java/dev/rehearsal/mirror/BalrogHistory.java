package dev.rehearsal.mirror;

import static dev.rehearsal.mirror.BalrogState.JSON;
import static dev.rehearsal.mirror.BalrogState.bump;
import static dev.rehearsal.mirror.BalrogState.key;
import static dev.rehearsal.mirror.BalrogState.rule;

import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.staging.Chance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Does to a Balrog's tables what people and automation do, as a seed has it. */
final class BalrogHistory {

    private static final List<String> NAMES = List.of("ann@x.example", "bob@x.example", "cat@x.example");
    private static final List<String> CHANNELS = List.of("release", "beta", "release-cdntest");

    private final BalrogState state;
    private final Chance chance;
    private final Set<String> gone = new TreeSet<>();
    private int made;

    BalrogHistory(BalrogState state, long seed) {
        this.state = state;
        this.chance = new Chance(seed);
        for (int release = 0; release < 3; release++) {
            addFirst();
            addSecond();
        }
        for (int rule = 0; rule < 3; rule++) {
            state.addRule(someRule());
        }
        // Pins are looked for on channels that rules or shutoffs name.
        state.addRule(someRule().put("channel", "release").put("product", "Firefox"));
        NAMES.forEach(
                name -> state.people.put(
                        name,
                        BalrogState.json(
                                "{'permissions': {'rule': {'options': {'products': ['Firefox']}, 'data_version': 1},"
                                        + " 'release': {'options': null, 'data_version': 1}}, 'roles': [{'role': 'releng', 'data_version': 1}]}")));
    }

    void go(int acts) {
        for (int act = 0; act < acts; act++) {
            synchronized (state) {
                act();
            }
        }
    }

    private void act() {
        switch (chance.between(0, 22)) {
            case 0 -> state.addRule(someRule());
            case 1, 2 -> editRule();
            case 3 -> removeRule();
            case 4 -> addFirst();
            case 5 -> addSecond();
            case 6 -> editFirst();
            case 7, 8 -> editLocale();
            case 9 -> editBase();
            case 10 -> removeRelease();
            case 11 -> shutoff();
            case 12 -> pin();
            case 13 -> requirement();
            case 14 -> person();
            case 15, 16 -> scheduleRule();
            case 17 -> scheduleRelease();
            case 18 -> scheduleOther();
            case 19 -> sign();
            case 20 -> enactOne();
            default -> cancelOrMove();
        }
    }

    private ObjectNode someRule() {
        return rule(
                "{'priority': %d, 'backgroundRate': %d, 'product': 'Firefox', 'channel': '%s', 'mapping': '%s', 'alias': %s, 'version': %s, 'locale': %s}"
                        .formatted(
                                chance.between(1, 100),
                                chance.oneOf(0, 25, 100),
                                chance.oneOf(CHANNELS),
                                chance.oneOf(releases()),
                                chance.oneIn(3) ? "'rule-" + ++made + "'" : "null",
                                chance.oneOf("null", "'<120.0'", "'115.*'"),
                                chance.oneOf("null", "'de,fr'")));
    }

    private List<String> releases() {
        List<String> names = new ArrayList<>(state.first.keySet());
        names.addAll(state.second.keySet());
        return names;
    }

    private void editRule() {
        ObjectNode row = chance.oneOf(List.copyOf(state.rules.values()));
        if (isScheduled("rules", "rule_id", row) || row.path("rule_id").asInt() == 4) {
            return;
        }
        ObjectNode other = someRule();
        for (String column : List.of("priority", "mapping", "channel", "version")) {
            if (chance.oneIn(2)) {
                row.set(column, other.path(column));
            }
        }
        bump(row);
    }

    private boolean isScheduled(String kind, String column, ObjectNode row) {
        return state.waiting(kind).stream()
                .anyMatch(change -> change.path(column).equals(row.path(column)));
    }

    private void removeRule() {
        ObjectNode row = chance.oneOf(List.copyOf(state.rules.values()));
        if (row.path("rule_id").asInt() != 4 && !isScheduled("rules", "rule_id", row)) {
            state.rules.remove(row.path("rule_id").asLong());
        }
    }

    private void addFirst() {
        String name = "First-" + ++made;
        state.addFirst(name, "Firefox", blob(name));
    }

    private void addSecond() {
        String name = "Second-" + ++made;
        state.addSecond(name, "Firefox", blob(name));
    }

    private ObjectNode blob(String name) {
        ObjectNode blob = BalrogState.json(
                ("{'name': '%s', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '%d.%d', 'displayVersion': '%d',"
                                + " 'updateLine': [], 'fileUrls': {'*': {'completes': {'*': 'https://download.example/%d'}}}, 'platforms': {}}")
                        .formatted(
                                name,
                                major(name),
                                chance.between(0, 3),
                                chance.between(1, 1000),
                                chance.between(1, 1000)));
        for (String locale : List.of("de", "fr", "en-US")) {
            blob.withObjectProperty("platforms")
                    .withObjectProperty("WINNT_x86_64-msvc")
                    .put("OS_FTP", "win64")
                    .withObjectProperty("locales")
                    .set(locale, locale());
        }
        return blob;
    }

    /** A release stays one of its version. */
    private static int major(String name) {
        return 100 + Integer.parseInt(name.substring(name.indexOf('-') + 1)) % 4;
    }

    private ObjectNode locale() {
        return BalrogState.json(
                "{'buildID': '2026%d', 'completes': [{'from': '*', 'filesize': %d, 'hashValue': 'abc'}]}"
                        .formatted(chance.between(1000, 9999), chance.between(1, 100)));
    }

    private void editFirst() {
        if (state.first.isEmpty()) {
            return;
        }
        String name = chance.oneOf(List.copyOf(state.first.keySet()));
        ObjectNode release = state.first(name);
        if (isReleaseScheduled(name)) {
            return;
        }
        if (chance.oneIn(4)) {
            release.put("read_only", !release.path("read_only").asBoolean());
        } else {
            release.set("blob", blob(name));
        }
        bump(release);
    }

    private boolean isReleaseScheduled(String name) {
        return java.util.stream.Stream.of("releases", "v2")
                .flatMap(kind -> state.waiting(kind).stream())
                .anyMatch(row -> row.path("name").asString().equals(name));
    }

    private void editLocale() {
        if (state.second.isEmpty()) {
            return;
        }
        String name = chance.oneOf(List.copyOf(state.second.keySet()));
        if (state.second(name).path("read_only").asBoolean() || isReleaseScheduled(name)) {
            return;
        }
        String path = BlobParts.localePath("WINNT_x86_64-msvc", chance.oneOf("de", "fr", "ja"));
        boolean there = state.second(name).path("parts").has(path);
        // One that goes and comes again is again at 1: see MirrorTest.
        if (there || gone.add(name + path)) {
            state.part(name, path, there && chance.oneIn(4) ? null : locale());
            gone.add(name + path);
        }
    }

    private void editBase() {
        if (state.second.isEmpty()) {
            return;
        }
        String name = chance.oneOf(List.copyOf(state.second.keySet()));
        ObjectNode release = state.second(name);
        if (isReleaseScheduled(name)) {
            return;
        }
        if (chance.oneIn(2)) {
            release.put("read_only", !release.path("read_only").asBoolean());
            bump((ObjectNode) release.path("parts").path(BlobParts.BASE_PATH));
        } else if (!release.path("read_only").asBoolean()) {
            state.part(name, BlobParts.BASE_PATH, BlobParts.split(blob(name)).base());
        }
    }

    private void removeRelease() {
        Set<String> used = new TreeSet<>();
        state.rules.values().forEach(rule -> used.add(rule.path("mapping").asString("")));
        state.waiting().forEach(row -> {
            used.add(row.path("mapping").asString(""));
            used.add(row.path("name").asString(""));
        });
        state.pins.values().forEach(pin -> used.add(pin.path("mapping").asString("")));
        // Of a pin to a version of which there is no release, and was none at the last look, nothing tells.
        List<String> unused = releases().stream()
                .filter(name -> !used.contains(name))
                .filter(name -> state.pins.values().stream()
                        .noneMatch(pin -> pin.path("version").asString().equals(major(name) + ".")))
                .toList();
        if (!unused.isEmpty()) {
            String name = chance.oneOf(unused);
            state.first.remove(name);
            state.second.remove(name);
        }
    }

    private void shutoff() {
        String channel = chance.oneOf(CHANNELS);
        ObjectNode row =
                BalrogState.json("{'product': 'Firefox', 'channel': '%s', 'comment': 'no %d', 'data_version': 1}"
                        .formatted(channel, ++made));
        String key = key(row, "product", "channel");
        if (!state.shutoffs.containsKey(key)) {
            state.shutoffs.put(key, row);
        } else if (state.waiting("emergency_shutoff").isEmpty()) {
            state.shutoffs.remove(key);
        }
    }

    private void pin() {
        ObjectNode row = BalrogState.json("{'product': 'Firefox', 'channel': '%s', 'version': '%s.', 'mapping': '%s'}"
                .formatted("release", someMajor(), chance.oneOf(releases())));
        String key = key(row, "product", "channel", "version");
        if (isScheduled("pinnable_releases", "version", row)) {
            return;
        }
        if (chance.oneIn(3)) {
            state.pins.remove(key);
        } else {
            JsonNode before = state.pins.get(key);
            row.put(
                    "data_version",
                    before == null ? 1 : before.path("data_version").asInt() + 1);
            state.pins.put(key, row);
        }
    }

    /** Nobody pins a version of which there is no release. */
    private String someMajor() {
        return String.valueOf(major(chance.oneOf(releases())));
    }

    private void requirement() {
        boolean permissions = chance.oneIn(3);
        ObjectNode row =
                BalrogState.json("{'product': 'Firefox', 'role': '%s', 'signoffs_required': %d, 'data_version': %d}"
                        .formatted(chance.oneOf("releng", "relman"), chance.between(1, 3), ++made));
        if (permissions) {
            change(state.permissionRequirements, key(row, "product", "role"), row);
        } else {
            row.put("channel", chance.oneOf(CHANNELS));
            change(state.requirements, key(row, "product", "channel", "role"), row);
        }
    }

    private void change(java.util.SortedMap<String, ObjectNode> table, String key, ObjectNode row) {
        boolean scheduled = !state.waiting("required_signoffs/product").isEmpty();
        if (table.containsKey(key) && chance.oneIn(3) && !scheduled) {
            table.remove(key);
        } else if (!scheduled) {
            table.put(key, row);
        }
    }

    private void person() {
        String name = chance.oneOf("ann@x.example", "bob@x.example", "dan@x.example");
        if (!state.waiting("permissions").isEmpty()) {
            return;
        }
        if (chance.oneIn(4)) {
            state.people.remove(name);
        } else {
            ObjectNode person = BalrogState.json(
                    "{'permissions': {'%s': {'data_version': %d}}, 'roles': [{'role': '%s', 'data_version': 1}]}"
                            .formatted(chance.oneOf("admin", "rule"), ++made, chance.oneOf("relman", "qa")));
            person.path("permissions")
                    .forEach(held -> ((ObjectNode) held).put("options", "{\"products\": [\"Firefox\"]}"));
            state.people.put(name, person);
        }
    }

    private void scheduleRule() {
        ObjectNode row = someRule();
        String type = chance.oneOf("insert", "update", "update", "delete");
        if (!type.equals("insert")) {
            ObjectNode live = chance.oneOf(List.copyOf(state.rules.values()));
            if (isScheduled("rules", "rule_id", live) || live.path("rule_id").asInt() == 4) {
                return;
            }
            if (type.equals("delete")) {
                BalrogState.COLUMNS.forEach(row::putNull);
            }
            row.set("rule_id", live.path("rule_id"));
            row.set("data_version", live.path("data_version"));
        }
        schedule("rules", row, type);
    }

    private void schedule(String kind, ObjectNode row, String type) {
        state.schedule(kind, row.put("change_type", type), 1_000L * chance.between(1, 2_000_000), chance.oneOf(NAMES));
    }

    private void scheduleRelease() {
        List<String> free =
                releases().stream().filter(name -> !isReleaseScheduled(name)).toList();
        boolean insert = chance.oneIn(3) || free.isEmpty();
        String name = insert ? "Later-" + ++made : chance.oneOf(free);
        JsonNode blob = blob(name);
        if (insert ? chance.oneIn(2) : state.first.containsKey(name)) {
            ObjectNode row = JSON.createObjectNode()
                    .put("name", name)
                    .put("product", "Firefox")
                    .put("read_only", false);
            row.set("data", blob);
            schedule("releases", row, insert ? "insert" : "update");
            return;
        }
        if (!insert && state.second(name).path("read_only").asBoolean()) {
            return;
        }
        long when = 1_000L * chance.between(1, 2_000_000);
        String by = chance.oneOf(NAMES);
        BlobParts.split(blob).byPath().forEach((path, data) -> {
            JsonNode live = insert ? null : state.second(name).path("parts").get(path);
            boolean base = path.equals(BlobParts.BASE_PATH);
            boolean removed = !insert && !base && live != null && chance.oneIn(3);
            if (insert || base || (live != null || gone.add(name + path)) && chance.oneIn(2)) {
                gone.add(name + path);
                ObjectNode row = JSON.createObjectNode().put("name", name);
                if (base) {
                    row.put("product", "Firefox").put("read_only", false);
                } else {
                    row.put("path", path);
                }
                row.set("data", data);
                state.schedule(
                        "v2",
                        row.put("change_type", live == null ? "insert" : removed ? "delete" : "update"),
                        when,
                        by);
            }
        });
    }

    private void scheduleOther() {
        switch (chance.between(0, 4)) {
            case 0 -> {
                if (!state.shutoffs.isEmpty()
                        && state.waiting("emergency_shutoff").isEmpty()) {
                    schedule("emergency_shutoff", any(state.shutoffs.values()), "delete");
                }
            }
            case 1 -> {
                ObjectNode row = BalrogState.json(
                        "{'product': 'Firefox', 'channel': 'release', 'version': '%s.', 'mapping': '%s'}"
                                .formatted(someMajor(), chance.oneOf(releases())));
                if (!isScheduled("pinnable_releases", "version", row)) {
                    boolean there = state.pins.containsKey(key(row, "product", "channel", "version"));
                    schedule("pinnable_releases", row, there ? chance.oneOf("update", "delete") : "insert");
                }
            }
            case 2 -> {
                if (!state.requirements.isEmpty()
                        && state.waiting("required_signoffs/product").isEmpty()) {
                    schedule(
                            "required_signoffs/product",
                            any(state.requirements.values()).put("signoffs_required", 2),
                            chance.oneOf("update", "delete"));
                }
            }
            default -> {
                if (state.waiting("permissions").isEmpty()) {
                    ObjectNode row =
                            BalrogState.json("{'username': 'eve@x.example', 'permission': 'rule', 'options': null}");
                    boolean there = state.people.containsKey("eve@x.example");
                    schedule("permissions", row, there ? chance.oneOf("update", "delete") : "insert");
                }
            }
        }
    }

    private ObjectNode any(Collection<ObjectNode> rows) {
        return chance.oneOf(List.copyOf(rows)).deepCopy();
    }

    private void sign() {
        List<ObjectNode> waiting = state.waiting();
        if (!waiting.isEmpty()) {
            ObjectNode row = chance.oneOf(waiting);
            signTogether(row, chance.oneOf(NAMES), chance.oneOf("releng", "relman"), chance.oneIn(3));
        }
    }

    /** All parts of a release are signed at once. */
    private void signTogether(ObjectNode row, String by, String role, boolean revoke) {
        List<ObjectNode> rows = state.scheduled("v2").containsValue(row)
                ? state.waiting("v2").stream()
                        .filter(other -> other.path("name").equals(row.path("name")))
                        .toList()
                : List.of(row);
        for (ObjectNode each : rows) {
            ObjectNode signoffs = (ObjectNode) each.get("signoffs");
            if (revoke) {
                signoffs.remove(by);
            } else {
                signoffs.put(by, role);
            }
        }
    }

    private void enactOne() {
        List<String> kinds = state.scheduled.keySet().stream()
                .filter(kind -> !state.waiting(kind).isEmpty())
                .toList();
        if (!kinds.isEmpty()) {
            String kind = chance.oneOf(kinds);
            new Enacting(state).one(kind, chance.oneOf(state.waiting(kind)));
        }
    }

    private void cancelOrMove() {
        for (String kind : List.of("rules", "releases", "pinnable_releases")) {
            List<ObjectNode> waiting = state.waiting(kind);
            if (!waiting.isEmpty() && chance.oneIn(2)) {
                ObjectNode row = chance.oneOf(waiting);
                if (chance.oneIn(2)) {
                    state.scheduled(kind).remove(row.path("sc_id").asLong());
                } else {
                    row.put("when", 1_000L * chance.between(1, 2_000_000))
                            .put("sc_data_version", row.path("sc_data_version").asInt() + 1)
                            .set("signoffs", JSON.createObjectNode());
                }
                return;
            }
        }
    }
}
