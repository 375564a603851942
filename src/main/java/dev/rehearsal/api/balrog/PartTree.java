package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ReleaseField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Balrog's tree over the parts of a release: {@code {".": 3, "platforms": {P: {"locales": {L: 1}}}}}, with a number or an
 * object at each leaf.
 */
final class PartTree {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BEFORE_PLATFORM = ".platforms.";
    private static final String BEFORE_LOCALE = ".locales.";

    private PartTree() {}

    /** Data versions by part path. */
    static Map<String, Integer> read(JsonFields fields, String field) {
        Map<String, Integer> versions = new HashMap<>();
        JsonNode tree = fields.json().path(field);
        if (tree.path(BlobParts.BASE_PATH).isInt()) {
            versions.put(BlobParts.BASE_PATH, tree.path(BlobParts.BASE_PATH).asInt());
        }
        tree.path("platforms")
                .properties()
                .forEach(platform -> platform.getValue()
                        .path("locales")
                        .properties()
                        .forEach(locale -> {
                            if (locale.getValue().isInt()) {
                                String path = BEFORE_PLATFORM + platform.getKey() + BEFORE_LOCALE + locale.getKey();
                                versions.put(path, locale.getValue().asInt());
                            }
                        }));
        return versions;
    }

    static ObjectNode of(Map<String, Integer> versions) {
        ObjectNode tree = JSON.createObjectNode();
        new TreeMap<>(versions)
                .forEach(
                        (path, version) -> put(tree, path, JSON.getNodeFactory().numberNode(version)));
        return tree;
    }

    static ObjectNode scheduled(ChangeSet set) {
        ObjectNode tree = JSON.createObjectNode();
        for (Change change : set.changes()) {
            put(tree, path(change), leaf(change, set));
        }
        return tree;
    }

    /** How a change is scheduled, which nobody has signed yet. */
    static ObjectNode leaf(Change change, ChangeSet set) {
        ObjectNode leaf = JSON.createObjectNode()
                .put("sc_id", change.id().value())
                .put("change_type", changeType(change))
                .put("data_version", 1);
        leaf.putObject("signoffs");
        return leaf.put("when", set.due().toEpochMilli());
    }

    static ObjectNode enacted(ChangeSet set, Map<String, Integer> versions) {
        ObjectNode tree = JSON.createObjectNode();
        for (Change change : set.changes()) {
            String path = path(change);
            if (versions.containsKey(path)) {
                put(tree, path, JSON.getNodeFactory().numberNode(versions.get(path)));
            }
        }
        return tree;
    }

    private static void put(ObjectNode tree, String path, JsonNode leaf) {
        int locale = path.indexOf(BEFORE_LOCALE);
        if (!path.startsWith(BEFORE_PLATFORM) || locale < 0) {
            tree.set(BlobParts.BASE_PATH, leaf);
            return;
        }
        tree.withObject("/platforms")
                .withObjectProperty(path.substring(BEFORE_PLATFORM.length(), locale))
                .withObjectProperty("locales")
                .set(path.substring(locale + BEFORE_LOCALE.length()), leaf);
    }

    /** What is not of one locale is said of the base. */
    static String path(Change change) {
        List<String> paths = paths(change);
        return paths.isEmpty() ? BlobParts.BASE_PATH : paths.getFirst();
    }

    /** The parts that an edit sets, or an addition brings. */
    static List<String> paths(Change change) {
        return switch (change) {
            case Change.ReleaseEdit edit ->
                edit.fields().keySet().stream()
                        .flatMap(field -> field instanceof ReleaseField.Part(String path)
                                ? Stream.of(path)
                                : Stream.of(BlobParts.BASE_PATH))
                        .distinct()
                        .sorted()
                        .toList();
            case Change.ReleaseAddition addition ->
                List.copyOf(addition.manifest().parts().keySet());
            case Change.ReleaseRemoval _ -> List.of(BlobParts.BASE_PATH);
            case Change.RuleAddition _, Change.RuleEdit _, Change.RuleRemoval _, Change.PinEdit _, Change.Unstaged _ ->
                List.of();
        };
    }

    static String changeType(Change change) {
        return switch (change) {
            case Change.ReleaseAddition _, Change.RuleAddition _ -> "insert";
            case Change.ReleaseRemoval _, Change.RuleRemoval _ -> "delete";
            case Change.RuleEdit _, Change.Unstaged _ -> "update";
            case Change.PinEdit pin -> changeType(pin.mapping());
            case Change.ReleaseEdit edit ->
                edit.fields().size() == 1
                        ? changeType(edit.fields().values().iterator().next())
                        : "update";
        };
    }

    private static String changeType(FieldEdit only) {
        return only.value() == null ? "delete" : only.live() == null ? "insert" : "update";
    }
}
