package dev.rehearsal.api.json;

import dev.rehearsal.dataset.RuleSheet;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A rule under Balrog's names for its columns. */
public final class RuleJson {

    private static final String RULE_ID = "rule_id";
    private static final String DATA_VERSION = "data_version";

    private RuleJson() {}

    public static Map<String, @Nullable Object> of(Rule rule) {
        return RuleSheet.row(rule);
    }

    /** The columns that a body sets, as they were sent; what else it holds is left to the caller. */
    public static Map<String, @Nullable Object> sentFields(ObjectNode body) {
        Map<String, @Nullable Object> sent = new HashMap<>();
        body.properties().forEach(property -> {
            if (RuleField.named(property.getKey()) != null) {
                sent.put(property.getKey(), value(property.getValue()));
            }
        });
        return sent;
    }

    static boolean isColumn(String name) {
        return RuleField.named(name) != null || name.equals(RULE_ID) || name.equals(DATA_VERSION);
    }

    /** The whole row may be sent, as long as it is of the rule that is changed. */
    public static void refuseOtherId(JsonFields fields, RuleId id) {
        if (fields.has(RULE_ID) && !fields.json().path(RULE_ID).asString("").equals(id.toString())) {
            fields.wrong(RULE_ID, "cannot be changed: it is " + id, id);
        }
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
