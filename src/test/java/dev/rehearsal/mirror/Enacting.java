package dev.rehearsal.mirror;

import static dev.rehearsal.mirror.BalrogState.JSON;
import static dev.rehearsal.mirror.BalrogState.bump;
import static dev.rehearsal.mirror.BalrogState.key;

import dev.rehearsal.blob.BlobParts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Enacts what is scheduled in a Balrog's tables, as it does: the whole row is written. */
final class Enacting {

    private final BalrogState state;

    Enacting(BalrogState state) {
        this.state = state;
    }

    void all() {
        state.scheduled.keySet().forEach(kind -> state.waiting(kind).forEach(row -> one(kind, row)));
    }

    void one(String kind, ObjectNode row) {
        if (row.path("complete").asBoolean()) {
            return;
        }
        row.put("complete", true);
        bumpScheduled(row);
        String type = row.path("change_type").asString();
        switch (kind) {
            case "rules" -> rule(type, row);
            case "releases" -> release(type, row);
            case "v2" -> {
                List<ObjectNode> parts = new ArrayList<>(List.of(row));
                state.waiting("v2").stream()
                        .filter(other -> other.path("name").equals(row.path("name")))
                        .forEach(parts::add);
                // The base comes first.
                parts.sort(Comparator.comparing(part -> part.has("path")));
                parts.forEach(part -> {
                    if (part != row) {
                        part.put("complete", true);
                        bumpScheduled(part);
                    }
                    part(part.path("change_type").asString(), part);
                });
            }
            case "pinnable_releases" ->
                put(
                        state.pins,
                        type,
                        row,
                        key(row, "product", "channel", "version"),
                        "product",
                        "channel",
                        "version",
                        "mapping");
            case "required_signoffs/product" ->
                put(
                        state.requirements,
                        type,
                        row,
                        key(row, "product", "channel", "role"),
                        "product",
                        "channel",
                        "role",
                        "signoffs_required");
            case "required_signoffs/permissions" ->
                put(
                        state.permissionRequirements,
                        type,
                        row,
                        key(row, "product", "role"),
                        "product",
                        "role",
                        "signoffs_required");
            case "emergency_shutoff" -> state.shutoffs.remove(key(row, "product", "channel"));
            case "permissions" -> permission(type, row);
            default -> throw new IllegalArgumentException(kind);
        }
    }

    private static void bumpScheduled(ObjectNode row) {
        row.put("sc_data_version", row.path("sc_data_version").asInt() + 1);
    }

    private void rule(String type, ObjectNode row) {
        long id = row.path("rule_id").asLong();
        switch (type) {
            case "insert" -> state.addRule(columns(row));
            case "delete" -> state.rules.remove(id);
            default -> {
                ObjectNode rule = state.rule(id);
                rule.setAll(columns(row));
                bump(rule);
            }
        }
    }

    private static ObjectNode columns(ObjectNode row) {
        ObjectNode columns = JSON.createObjectNode();
        BalrogState.COLUMNS.forEach(column -> columns.set(column, row.path(column)));
        return columns;
    }

    private void release(String type, ObjectNode row) {
        String name = row.path("name").asString();
        switch (type) {
            case "insert" -> state.addFirst(name, row.path("product").asString(), row.path("data"));
            case "delete" -> state.first.remove(name);
            default -> {
                ObjectNode release = state.first(name);
                release.set("product", row.path("product"));
                release.set("read_only", row.path("read_only"));
                release.set("blob", row.path("data"));
                bump(release);
            }
        }
    }

    private void part(String type, ObjectNode row) {
        String name = row.path("name").asString();
        String path = row.path("path").asString(BlobParts.BASE_PATH);
        if (path.equals(BlobParts.BASE_PATH) && type.equals("insert")) {
            state.second.put(
                    name,
                    JSON.createObjectNode()
                            .put("product", row.path("product").asString())
                            .put("read_only", false)
                            .set("parts", JSON.createObjectNode()));
        }
        state.part(name, path, type.equals("delete") ? null : row.path("data"));
    }

    private void permission(String type, ObjectNode row) {
        String name = row.path("username").asString();
        ObjectNode person = state.people.computeIfAbsent(name, unseen -> {
            ObjectNode made = JSON.createObjectNode();
            made.putObject("permissions");
            made.putArray("roles");
            return made;
        });
        ObjectNode permissions = (ObjectNode) person.get("permissions");
        String permission = row.path("permission").asString();
        if (type.equals("delete")) {
            permissions.remove(permission);
            if (permissions.isEmpty()) {
                state.people.remove(name);
            }
        } else {
            int version = permissions.path(permission).path("data_version").asInt(0);
            permissions.putObject(permission).put("data_version", version + 1).set("options", row.path("options"));
        }
    }

    private static void put(
            java.util.SortedMap<String, ObjectNode> table, String type, ObjectNode row, String key, String... columns) {
        if (type.equals("delete")) {
            table.remove(key);
            return;
        }
        ObjectNode made = JSON.createObjectNode();
        for (String column : columns) {
            made.set(column, row.path(column));
        }
        JsonNode before = table.get(key);
        made.put(
                "data_version", before == null ? 1 : before.path("data_version").asInt() + 1);
        table.put(key, made);
    }
}
