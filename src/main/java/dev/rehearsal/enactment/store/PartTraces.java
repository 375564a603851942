package dev.rehearsal.enactment.store;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a version of a part of a release holds, taken to pieces, so that what somebody wrote is found again in what others made
 * of it: each value with the names that lead to it, and these names alone. Places in lists count for nothing.
 */
record PartTraces(Set<String> values, Set<String> names) {

    /** What a part holds of which there is no version. */
    static final PartTraces NOTHING = new PartTraces(Set.of(), Set.of());

    /** These say which release it is, and the form that it has: whoever began it chose them. */
    private static final Set<String> FORM = Set.of("name", "schema_version", "hashFunction");

    PartTraces {
        values = Set.copyOf(values);
        names = Set.copyOf(names);
    }

    static PartTraces of(JsonNode part) {
        Set<String> values = new HashSet<>();
        Set<String> names = new HashSet<>();
        part.properties().stream()
                .filter(field -> !FORM.contains(field.getKey()))
                .forEach(field -> add("/" + field.getKey(), field.getValue(), values, names));
        return new PartTraces(values, names);
    }

    private static void add(String path, JsonNode value, Set<String> values, Set<String> names) {
        names.add(path);
        if (value.isObject() && !value.isEmpty()) {
            value.properties().forEach(field -> add(path + "/" + field.getKey(), field.getValue(), values, names));
        } else if (value.isArray() && !value.isEmpty()) {
            value.forEach(one -> add(path + "[]", one, values, names));
        } else {
            values.add(path + "=" + value);
        }
    }

    /**
     * Whether something that came or went with this version is there, or missing, in a later one still.
     *
     * @param before the version that it replaced
     */
    boolean isFoundIn(PartTraces later, PartTraces before) {
        return values.stream().anyMatch(value -> !before.values.contains(value) && later.values.contains(value))
                || before.names.stream().anyMatch(name -> !names.contains(name) && !later.names.contains(name));
    }

    /** Whether some of it is in a later version, or was not replaced entirely. */
    boolean isLeftIn(PartTraces later) {
        return values.stream().anyMatch(later.values::contains);
    }
}
