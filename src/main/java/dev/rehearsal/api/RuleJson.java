package dev.rehearsal.api;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A rule under Balrog's names for its columns. */
final class RuleJson {

    private RuleJson() {}

    static Map<String, @Nullable Object> of(Rule rule) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rule_id", rule.id().value());
        for (RuleField field : RuleField.values()) {
            json.put(field.wireName(), field.read(rule));
        }
        json.put("data_version", rule.dataVersion());
        return json;
    }

    /** The columns that a body sets, as they were sent; what else it holds is left to the caller. */
    static Map<String, @Nullable Object> sentFields(ObjectNode body) {
        Map<String, @Nullable Object> sent = new HashMap<>();
        body.properties().forEach(property -> {
            if (RuleField.named(property.getKey()) != null) {
                sent.put(property.getKey(), value(property.getValue()));
            }
        });
        return sent;
    }

    /** Anything but text, whole numbers, booleans and null stays what it is, and is refused where it is read. */
    private static @Nullable Object value(JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        if (json.isString()) {
            return json.asString();
        }
        if (json.isBoolean()) {
            return json.asBoolean();
        }
        return json.isIntegralNumber() ? json.bigIntegerValue() : json;
    }
}
