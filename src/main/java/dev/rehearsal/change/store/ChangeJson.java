package dev.rehearsal.change.store;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.Identity;
import dev.rehearsal.staging.ReleaseField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The content column of a change: what it sets, and what its author saw. */
final class ChangeJson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PART = "part:";
    static final String IDENTITY = "identity";

    private ChangeJson() {}

    static String write(Change change) {
        ObjectNode json = JSON.createObjectNode();
        switch (change) {
            case Change.RuleAddition(ChangeId ignored, Rule rule, var _) -> json.set("rule", rule(rule));
            case Change.RuleEdit(ChangeId ignored, RuleId ignoredToo, Map<RuleField, FieldEdit> fields, var _) ->
                json.set("fields", fields(fields, RuleField::wireName));
            case Change.RuleRemoval(ChangeId ignored, RuleId ignoredToo, List<Rule> seen) -> {
                ArrayNode rows = json.putArray("seen");
                seen.forEach(rule -> rows.add(rule(rule)));
            }
            case Change.ReleaseAddition(
                    ChangeId ignored,
                    ReleaseName ignoredToo,
                    String product,
                    boolean readOnly,
                    Manifest manifest,
                    var _) -> {
                json.put("product", product).put("read_only", readOnly);
                ObjectNode parts = json.putObject("parts");
                manifest.parts().forEach((path, hash) -> parts.put(path, hash.value()));
            }
            case Change.ReleaseEdit(
                    ChangeId ignored,
                    ReleaseName ignoredToo,
                    Map<ReleaseField, FieldEdit> fields,
                    var _) -> json.set("fields", fields(fields, ChangeJson::key));
            case Change.PinEdit(ChangeId ignored, Pins.Key pin, FieldEdit mapping, var _) -> {
                json.put("product", pin.product()).put("channel", pin.channel()).put("version", pin.version());
                json.set("mapping", edit(mapping));
            }
            case Change.Unstaged unstaged -> json.setAll(rows((RowChange<?>) unstaged));
            case Change.ReleaseRemoval(ChangeId ignored, ReleaseName ignoredToo, List<ContentHash> seen, var _) -> {
                ArrayNode contents = json.putArray("seen");
                seen.forEach(content -> contents.add(content.value()));
            }
        }
        if (!change.identity().equals(Identity.UNKNOWN)) {
            json.set(IDENTITY, identity(change.identity()));
        }
        return json.toString();
    }

    private static <R> ObjectNode rows(RowChange<R> change) {
        return change.kind().stored(change);
    }

    static ObjectNode identity(Identity identity) {
        ObjectNode json = JSON.createObjectNode();
        if (identity.row() != null) {
            json.put("row", identity.row());
        }
        if (identity.made() != null) {
            json.put("made", identity.made());
        }
        if (!identity.named().isEmpty()) {
            ObjectNode named = json.putObject("named");
            new TreeMap<>(identity.named()).forEach((name, incarnation) -> named.put(name.value(), incarnation));
        }
        return json;
    }

    private static Identity identity(JsonNode json) {
        Map<ReleaseName, Long> named = new HashMap<>();
        json.path("named")
                .properties()
                .forEach(entry -> named.put(
                        new ReleaseName(entry.getKey()), entry.getValue().asLong()));
        return new Identity(number(json.path("row")), number(json.path("made")), named);
    }

    private static @Nullable Long number(JsonNode json) {
        return json.isNumber() ? json.asLong() : null;
    }

    static Change read(ChangeRow row) {
        Change change = content(row);
        JsonNode json = JSON.readTree(row.content()).path(IDENTITY);
        return json.isObject() ? change.meaning(identity(json)) : change;
    }

    private static Change content(ChangeRow row) {
        ChangeId id = new ChangeId(Objects.requireNonNull(row.id()));
        JsonNode json = JSON.readTree(row.content());
        return switch (row.object() + " " + row.changeType()) {
            case "rule insert" -> new Change.RuleAddition(id, rule(ruleId(row), json.get("rule")));
            case "rule update" -> {
                Map<RuleField, FieldEdit> fields = new EnumMap<>(RuleField.class);
                edits(json, ChangeJson::column, ChangeJson::ruleValue).forEach(fields::put);
                yield new Change.RuleEdit(id, ruleId(row), fields);
            }
            case "rule delete" -> {
                List<Rule> seen = new ArrayList<>();
                json.get("seen").forEach(rule -> seen.add(rule(ruleId(row), rule)));
                yield new Change.RuleRemoval(id, ruleId(row), seen);
            }
            case "release insert" ->
                new Change.ReleaseAddition(
                        id,
                        new ReleaseName(row.target()),
                        json.get("product").asString(),
                        json.get("read_only").asBoolean(),
                        manifest(json.get("parts")));
            case "release update" ->
                new Change.ReleaseEdit(
                        id,
                        new ReleaseName(row.target()),
                        edits(json, ChangeJson::releaseField, ChangeJson::releaseValue));
            case "release delete" -> {
                List<ContentHash> seen = new ArrayList<>();
                json.get("seen").forEach(content -> seen.add(new ContentHash(content.asString())));
                yield new Change.ReleaseRemoval(id, new ReleaseName(row.target()), seen);
            }
            case "pin insert", "pin update", "pin delete" ->
                new Change.PinEdit(
                        id,
                        new Pins.Key(
                                json.get("product").asString(),
                                json.get("channel").asString(),
                                json.get("version").asString()),
                        new FieldEdit(
                                releaseName(json.get("mapping").get("value")),
                                releaseName(json.get("mapping").get("live")),
                                releaseName(json.get("mapping").get("staged"))));
            default ->
                RowKinds.named(row.object())
                        .orElseThrow(() ->
                                new IllegalStateException("unknown change: " + row.object() + " " + row.changeType()))
                        .restored(id, json);
        };
    }

    private static @Nullable ReleaseName releaseName(JsonNode json) {
        return json.isNull() ? null : new ReleaseName(json.asString());
    }

    private static RuleId ruleId(ChangeRow row) {
        return new RuleId(Long.parseLong(row.target()));
    }

    private static ObjectNode rule(Rule rule) {
        ObjectNode json = JSON.createObjectNode();
        for (RuleField field : RuleField.values()) {
            json.set(field.wireName(), value(field.read(rule)));
        }
        return json.put("data_version", rule.dataVersion());
    }

    private static Rule rule(RuleId id, JsonNode json) {
        Map<RuleField, @Nullable Object> values = new EnumMap<>(RuleField.class);
        for (RuleField field : RuleField.values()) {
            values.put(field, ruleValue(field, json.path(field.wireName())));
        }
        return RuleFields.kept(values).toRule(id, json.get("data_version").asInt());
    }

    private static Manifest manifest(JsonNode json) {
        SortedMap<String, ContentHash> parts = new TreeMap<>();
        json.properties()
                .forEach(part ->
                        parts.put(part.getKey(), new ContentHash(part.getValue().asString())));
        return new Manifest(parts);
    }

    private static <F> ObjectNode fields(Map<F, FieldEdit> fields, Function<F, String> name) {
        ObjectNode json = JSON.createObjectNode();
        fields.forEach((field, edit) -> json.set(name.apply(field), edit(edit)));
        return json;
    }

    private static ObjectNode edit(FieldEdit edit) {
        ObjectNode json = JSON.createObjectNode();
        json.set("value", value(edit.value()));
        json.set("live", value(edit.live()));
        json.set("staged", value(edit.staged()));
        return json;
    }

    private static <F> Map<F, FieldEdit> edits(
            JsonNode json, Function<String, F> field, BiFunction<F, JsonNode, @Nullable Object> value) {
        Map<F, FieldEdit> edits = new LinkedHashMap<>();
        json.get("fields").properties().forEach(entry -> {
            F key = field.apply(entry.getKey());
            JsonNode edit = entry.getValue();
            edits.put(
                    key,
                    new FieldEdit(
                            value.apply(key, edit.get("value")),
                            value.apply(key, edit.get("live")),
                            value.apply(key, edit.get("staged"))));
        });
        return edits;
    }

    private static RuleField column(String name) {
        return Objects.requireNonNull(RuleField.named(name), name);
    }

    private static @Nullable Object ruleValue(RuleField field, JsonNode json) {
        if (json.isNull() || json.isMissingNode()) {
            return null;
        }
        return switch (field.kind()) {
            case TEXT -> json.asString();
            case NUMBER -> json.asInt();
            case FLAG -> json.asBoolean();
        };
    }

    private static String key(ReleaseField field) {
        return switch (field) {
            case ReleaseField.Product() -> "product";
            case ReleaseField.ReadOnly() -> "read_only";
            case ReleaseField.Part(String path) -> PART + path;
        };
    }

    private static ReleaseField releaseField(String key) {
        return switch (key) {
            case "product" -> new ReleaseField.Product();
            case "read_only" -> new ReleaseField.ReadOnly();
            default -> new ReleaseField.Part(key.substring(PART.length()));
        };
    }

    private static @Nullable Object releaseValue(ReleaseField field, JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        return switch (field) {
            case ReleaseField.Product() -> json.asString();
            case ReleaseField.ReadOnly() -> json.asBoolean();
            case ReleaseField.Part(String ignored) -> new ContentHash(json.asString());
        };
    }

    private static JsonNode value(@Nullable Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case Integer number -> JSON.getNodeFactory().numberNode(number);
            case Boolean truth -> JSON.getNodeFactory().booleanNode(truth);
            default -> JSON.getNodeFactory().stringNode(value.toString());
        };
    }
}
