package dev.rehearsal.adversary;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A change of a set, as it is sent.
 *
 * @param columns that it sets, of a rule; what it is about otherwise
 * @param base the live values of these columns when it was sent; of a removal, the whole row
 */
record Change(Map<String, Object> json, Map<String, Object> columns, Map<String, Object> base) {

    /** A column without a value, which maps here cannot hold. */
    static final String NOTHING = "nothing";

    String object() {
        return String.valueOf(json.get("object"));
    }

    boolean removes() {
        return "delete".equals(json.get("change_type"));
    }

    boolean adds() {
        return "insert".equals(json.get("change_type"));
    }

    /** The id of the rule that it edits or removes; 0 for none. */
    long rule() {
        return json.get("rule_id") instanceof Number id ? id.longValue() : 0;
    }

    boolean isOfConfiguration() {
        return !Set.of("rule", "release", "pin").contains(object());
    }

    /** What it says, in a form that is the same whoever says it. */
    Set<String> values() {
        Set<String> values = new TreeSet<>();
        String row = object() + " " + json.getOrDefault("rule_id", json.getOrDefault("name", ""));
        new TreeMap<>(columns).forEach((column, value) -> values.add(row + " " + column + "=" + value));
        if (removes() || columns.isEmpty()) {
            values.add(row + " " + json.get("change_type") + " " + json);
        }
        return values;
    }
}
