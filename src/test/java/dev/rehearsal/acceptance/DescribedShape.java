package dev.rehearsal.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Compares JSON with the schema that describes it, as far as schemas of the description go, and more strictly in one
 * thing: a field that is not described is a problem, unless the schema describes none at all.
 */
final class DescribedShape {

    private final DescribedApi api;

    DescribedShape(DescribedApi api) {
        this.api = api;
    }

    /** What is wrong, each with its place; empty if nothing is. */
    List<String> problems(JsonNode schema, JsonNode json) {
        List<String> problems = new ArrayList<>();
        fields(schema, json, "$", problems);
        values(schema, json, "$", problems);
        return problems;
    }

    /** What the parts of a schema say together: which fields there are, and what each is. */
    private void fields(JsonNode schema, JsonNode json, String place, List<String> problems) {
        List<JsonNode> parts = parts(schema, json).toList();
        if (json.isArray()) {
            for (JsonNode part : parts) {
                if (part.has("items")) {
                    for (int at = 0; at < json.size(); at++) {
                        String item = place + "[" + at + "]";
                        fields(part.get("items"), json.get(at), item, problems);
                        values(part.get("items"), json.get(at), item, problems);
                    }
                }
            }
        }
        if (!json.isObject()) {
            return;
        }
        boolean anyField = parts.stream().anyMatch(part -> part.has("properties"))
                || parts.stream().anyMatch(part -> part.has("additionalProperties") || part.has("maxProperties"));
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            String at = place + "." + field.getKey();
            List<JsonNode> described = parts.stream()
                    .flatMap(part -> describing(part, field.getKey()))
                    .toList();
            boolean free = parts.stream()
                    .anyMatch(part -> part.path("additionalProperties").asBoolean(false));
            if (described.isEmpty() && anyField && !free) {
                problems.add(at + " is not described");
            }
            for (JsonNode one : described) {
                fields(one, field.getValue(), at, problems);
                values(one, field.getValue(), at, problems);
            }
        }
    }

    private static Stream<JsonNode> describing(JsonNode part, String field) {
        JsonNode property = part.path("properties").get(field);
        JsonNode other = part.path("additionalProperties");
        return property != null ? Stream.of(property) : other.isObject() ? Stream.of(other) : Stream.empty();
    }

    /** A schema itself, and all that it is made of for just this JSON. */
    private Stream<JsonNode> parts(JsonNode reference, JsonNode json) {
        JsonNode schema = api.resolved(reference);
        Stream<JsonNode> all = schema.path("allOf").valueStream().flatMap(part -> parts(part, json));
        Stream<JsonNode> chosen = alternatives(schema)
                .filter(one -> isOfKind(schema, one, json))
                .filter(one -> problems(one, json).isEmpty())
                .limit(1)
                .flatMap(one -> parts(one, json));
        return Stream.of(Stream.of(schema), all, chosen).flatMap(part -> part);
    }

    private static Stream<JsonNode> alternatives(JsonNode schema) {
        return Stream.concat(
                schema.path("oneOf").valueStream(), schema.path("anyOf").valueStream());
    }

    private static boolean isOfKind(JsonNode schema, JsonNode one, JsonNode json) {
        JsonNode discriminator = schema.path("discriminator");
        return discriminator.isMissingNode()
                || discriminator
                        .at("/mapping")
                        .path(json.path(discriminator.get("propertyName").asString())
                                .asString(""))
                        .asString("")
                        .equals(one.path("$ref").asString(""));
    }

    /** What each part says by itself. */
    private void values(JsonNode reference, JsonNode json, String place, List<String> problems) {
        JsonNode schema = api.resolved(reference);
        schema.path("allOf").forEach(part -> values(part, json, place, problems));
        List<JsonNode> possible =
                alternatives(schema).filter(one -> isOfKind(schema, one, json)).toList();
        if (!possible.isEmpty()
                && possible.stream().noneMatch(one -> problems(one, json).isEmpty())) {
            problems.add(place + " is none of its alternatives: "
                    + possible.stream().map(one -> problems(one, json)).toList());
        }
        if (schema.has("type") && types(schema).noneMatch(type -> isOfType(type, json))) {
            problems.add(place + " is not of type " + schema.get("type"));
        }
        if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(json::equals)) {
            problems.add(place + " is none of " + schema.get("enum"));
        }
        if (schema.has("const") && !schema.get("const").equals(json)) {
            problems.add(place + " is not " + schema.get("const"));
        }
        if (json.isString()
                && schema.has("pattern")
                && !json.asString().matches(schema.get("pattern").asString())) {
            problems.add(place + " does not match " + schema.get("pattern"));
        }
        if (schema.has("maxProperties")
                && json.size() > schema.get("maxProperties").asInt()) {
            problems.add(place + " has too many fields");
        }
        if (json.isObject()) {
            schema.path("required")
                    .valueStream()
                    .map(JsonNode::asString)
                    .filter(field -> !json.has(field))
                    .forEach(field -> problems.add(place + "." + field + " is missing"));
        }
    }

    private static Stream<String> types(JsonNode schema) {
        JsonNode type = schema.get("type");
        return type.isArray() ? type.valueStream().map(JsonNode::asString) : Stream.of(type.asString());
    }

    private static boolean isOfType(String type, JsonNode json) {
        return switch (type) {
            case "object" -> json.isObject();
            case "array" -> json.isArray();
            case "string" -> json.isString();
            case "integer" -> json.isIntegralNumber();
            case "number" -> json.isNumber();
            case "boolean" -> json.isBoolean();
            case "null" -> json.isNull();
            default -> throw new AssertionError("not known here: " + type);
        };
    }
}
