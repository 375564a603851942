package dev.rehearsal.adversary;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Changes that somebody may think of. */
final class Ideas {

    private final World world;
    private final Random random;
    private final Tables tables;

    /** The guard rails of this world, as they were last seen. */
    List<JsonNode> rails = List.of();
    /** The gates of this world, as they were last seen. */
    List<JsonNode> gates = List.of();

    private int marks;
    private int added;

    Ideas(World world, Random random, Tables tables) {
        this.world = world;
        this.random = random;
        this.tables = tables;
    }

    int newMark() {
        return ++marks;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    Change any() {
        int dice = random.nextInt(100);
        return dice < 40
                ? ruleEdit()
                : dice < 48
                        ? ruleAddition()
                        : dice < 54
                                ? ruleRemoval()
                                : dice < 72
                                        ? releaseEdit(oneOf(world.releases()))
                                        : dice < 77
                                                ? releaseAddition(oneOf(world.missingParts()))
                                                : dice < 80 ? releaseRemoval() : dice < 87 ? pin() : configuration();
    }

    Change ruleEdit() {
        List<Long> ids = tables.ruleIds();
        return ids.isEmpty() ? releaseEdit(world.release(1)) : ruleEdit(oneOf(ids));
    }

    Change ruleEdit(long rule) {
        return ruleEdit(rule, columns());
    }

    Change ruleEdit(long rule, Map<String, Object> columns) {
        Map<String, Object> json = of("rule", "update");
        json.put("rule_id", rule);
        columns.forEach((column, value) -> json.put(column, sent(value)));
        Map<String, Object> row = tables.rule(rule);
        Map<String, Object> base = new HashMap<>();
        columns.keySet().forEach(column -> base.put(column, row.getOrDefault(column, Change.NOTHING)));
        return new Change(json, columns, base);
    }

    /** JSON has a value for nothing. */
    static Object sent(Object value) {
        return value.equals(Change.NOTHING) ? "" : value;
    }

    Map<String, Object> columns() {
        Map<String, Object> columns = new HashMap<>();
        for (int i = random.nextInt(3) == 0 ? 2 : 1; i > 0; i--) {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> columns.put("mapping", mapping());
                case 3 -> columns.put("version", random.nextBoolean() ? Change.NOTHING : "<2.0");
                case 4 -> columns.put("priority", 40 + random.nextInt(60));
                case 5, 6 -> columns.put("channel", oneOf(World.CHANNELS));
                default -> {
                    boolean whole = random.nextBoolean();
                    columns.put("backgroundRate", whole ? 100 : 50);
                    columns.put("fallbackMapping", whole || random.nextInt(3) == 0 ? Change.NOTHING : mapping());
                }
            }
        }
        return columns;
    }

    private String mapping() {
        return oneOf(world.releases());
    }

    Map<String, Object> newRule() {
        return world.newRule(
                oneOf(World.CHANNELS), "n" + Math.min(2, added + 1) + ",c", mapping(), 40 + random.nextInt(60));
    }

    /** Clients of its own: a third new rule would hide another one from everybody. */
    boolean hasRoomForRule() {
        return added < 2;
    }

    void addedRule() {
        added++;
    }

    Change ruleAddition() {
        if (!hasRoomForRule()) {
            return ruleEdit();
        }
        Map<String, Object> columns = newRule();
        addedRule();
        Map<String, Object> json = of("rule", "insert");
        json.putAll(columns);
        return new Change(json, columns, Map.of());
    }

    private Change ruleRemoval() {
        List<Long> ids = tables.ruleIds();
        return ids.isEmpty() ? releaseEdit(world.release(1)) : ruleRemoval(oneOf(ids));
    }

    Change ruleRemoval(long rule) {
        Map<String, Object> json = of("rule", "delete");
        json.put("rule_id", rule);
        return new Change(json, Map.of(), Map.copyOf(tables.rule(rule)));
    }

    Change releaseEdit(String name) {
        int mark = newMark();
        Map<String, Object> json = of("release", "update");
        json.put("name", name);
        json.put("product", world.product);
        json.put("blob", world.blob(name, mark));
        return new Change(json, Map.of("content", mark), Map.of());
    }

    Change releaseAddition(String name) {
        int mark = newMark();
        Map<String, Object> json = of("release", "insert");
        json.put("name", name);
        json.put("product", world.product);
        json.put("blob", world.blob(name, mark));
        return new Change(json, Map.of("content", mark), Map.of());
    }

    private Change releaseRemoval() {
        Map<String, Object> json = of("release", "delete");
        json.put(
                "name",
                oneOf(List.of(
                        world.release(0),
                        world.release(2),
                        world.release(3),
                        world.parts().getFirst())));
        return new Change(json, Map.of(), Map.of());
    }

    Change pin() {
        Map<String, Object> json = of("pin", random.nextInt(4) == 0 ? "delete" : "insert");
        json.put("product", world.product);
        json.put("channel", random.nextBoolean() ? World.GUARDED : World.ALSO_GUARDED);
        json.put("version", "1.");
        if ("insert".equals(json.get("change_type"))) {
            json.put("mapping", random.nextBoolean() ? world.release(0) : world.release(3));
        }
        return new Change(json, Map.of(), Map.of());
    }

    private Change configuration() {
        return switch (random.nextInt(5)) {
            case 0 -> mapEsr();
            case 1 -> random.nextInt(3) == 0 ? rail() : gate();
            case 2 -> permission(oneOf(world.people).name());
            case 3 -> serveAgain(random.nextBoolean() ? World.GUARDED : World.ALSO_GUARDED);
            default -> requirement();
        };
    }

    /** The end of an emergency. */
    Change serveAgain(String channel) {
        Map<String, Object> json = of("emergency_shutoff", "delete");
        json.put("product", world.product);
        json.put("channel", channel);
        return new Change(json, Map.of(), Map.of());
    }

    Change mapEsr() {
        Map<String, Object> json = of("channel_mapping", "insert");
        json.putAll(mapping(World.FREE, World.MAPPABLE));
        return new Change(json, Map.of(), Map.of());
    }

    Map<String, Object> mapping(String live, String test) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        mapping.put("product", world.product);
        mapping.put("live_channel", live);
        mapping.put("test_channel", test);
        mapping.put("scope", "whole_queue");
        return mapping;
    }

    Map<String, Object> newGate() {
        Map<String, Object> gate = new LinkedHashMap<>();
        gate.put("product", world.product);
        gate.put("live_channel", oneOf(List.of(World.GUARDED, World.ALSO_GUARDED, World.FREE)));
        gate.put("role", world.role(random.nextBoolean() ? "qa" : "relman"));
        gate.put("passes_required", 1);
        return gate;
    }

    Change gate() {
        if (!gates.isEmpty() && random.nextBoolean()) {
            JsonNode gone = oneOf(gates);
            Map<String, Object> json = of("gate", "delete");
            json.put("id", gone.path("id").asLong());
            json.put("data_version", gone.path("data_version").asInt());
            return new Change(json, Map.of(), Map.of());
        }
        Map<String, Object> json = of("gate", "insert");
        json.putAll(newGate());
        return new Change(json, Map.of(), Map.of());
    }

    /** That a change here never breaks: what matters is that each is judged, and that nobody takes it away. */
    Map<String, Object> newRail() {
        Map<String, Object> rail = new LinkedHashMap<>();
        rail.put("product", world.product);
        rail.put("live_channel", oneOf(List.of(World.GUARDED, World.ALSO_GUARDED, World.FREE)));
        rail.put("kind", "rate_has_fallback");
        rail.put("mode", "block");
        rail.put("cannot_say", "block");
        rail.put("passed_by", world.role(random.nextBoolean() ? "qa" : "relman"));
        return rail;
    }

    Change rail() {
        if (!rails.isEmpty() && random.nextBoolean()) {
            JsonNode gone = oneOf(rails);
            Map<String, Object> json = of("guard_rail", "delete");
            json.put("id", gone.path("id").asLong());
            json.put("data_version", gone.path("data_version").asInt());
            return new Change(json, Map.of(), Map.of());
        }
        Map<String, Object> json = of("guard_rail", "insert");
        json.putAll(newRail());
        return new Change(json, Map.of(), Map.of());
    }

    /** All day, each day: whoever watches knows that without a calendar. */
    Map<String, Object> newWindow() {
        Map<String, Object> window = new LinkedHashMap<>();
        window.put("product", world.product);
        window.put("live_channel", oneOf(List.of(World.GUARDED, World.ALSO_GUARDED, World.FREE, World.FREE)));
        window.put("effect", "deny");
        window.put("cron", "0 0 0 * * *");
        window.put("duration", "PT24H");
        window.put("zone", "UTC");
        window.put("title", "Quiet");
        return window;
    }

    Map<String, Object> newRequirement() {
        Map<String, Object> requirement = new LinkedHashMap<>();
        requirement.put("product", world.product);
        requirement.put("channel", oneOf(List.of(World.GUARDED, World.ALSO_GUARDED, World.MAPPABLE)));
        requirement.put("role", oneOf(world.roles()));
        return requirement;
    }

    private Change requirement() {
        String type = oneOf(List.of("insert", "update", "delete"));
        Map<String, Object> json = of("required_signoff", type);
        json.putAll(newRequirement());
        if (!type.equals("delete")) {
            json.put("signoffs_required", 1 + random.nextInt(2));
        }
        if (!type.equals("insert")) {
            json.put("data_version", 1);
        }
        return new Change(json, Map.of(), Map.of());
    }

    private Change permission(String person) {
        Map<String, Object> json = of("permission", "insert");
        json.put("username", person);
        json.put("permission", oneOf(List.of("rule", "release", "gate", "permission", "break_glass")));
        json.put("options", Map.of());
        return new Change(json, Map.of(), Map.of());
    }

    private static Map<String, Object> of(String object, String type) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("object", object);
        json.put("change_type", type);
        return json;
    }
}
