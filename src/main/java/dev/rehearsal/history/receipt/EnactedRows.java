package dev.rehearsal.history.receipt;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.RowKind;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.Transition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the rows that a set wrote, before and after, as plain values in one order: what a rule says, which content a release
 * has, where a pin leads, what a row of configuration says. Ids of rules tell them apart; versions say nothing.
 */
final class EnactedRows {

    static final String RULE = "rule";
    static final String RELEASE = "release";
    static final String PIN = "pin";

    private EnactedRows() {}

    static List<Map<String, @Nullable Object>> of(List<Transition> transitions, List<Change> changes) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        transitions.forEach(transition -> rows.add(row(transition)));
        changes.forEach(change -> {
            if (change instanceof RowChange<?> row) {
                rows.add(row(row));
            }
        });
        return rows;
    }

    /** Returns the bytes that a statement is about: UTF-8, no blanks, names in alphabetical order. */
    static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private static Map<String, @Nullable Object> row(Transition transition) {
        return switch (transition) {
            case Transition.OfRule(var id, Rule before, Rule after) ->
                row(RULE, id.toString(), told(before), told(after));
            case Transition.OfRelease(ReleaseName name, Release before, Release after) ->
                row(RELEASE, name.value(), told(before), told(after));
            case Transition.OfPin(var pin, ReleaseName before, ReleaseName after, var _) ->
                row(PIN, key(pin), told(before), told(after));
        };
    }

    static String key(Pins.Key pin) {
        return "%s/%s/%s".formatted(pin.product(), pin.channel(), pin.version());
    }

    private static <R> Map<String, @Nullable Object> row(RowChange<R> change) {
        RowKind<R> kind = change.kind();
        return row(
                kind.word(),
                kind.name(change.latest()),
                change.before() == null ? null : plain(kind.fields(change.before())),
                change.after() == null ? null : plain(kind.fields(change.after())));
    }

    private static Map<String, @Nullable Object> row(
            String kind, String key, @Nullable Object before, @Nullable Object after) {
        Map<String, @Nullable Object> row = new TreeMap<>();
        row.put("row", kind);
        row.put("key", key);
        row.put("before", before);
        row.put("after", after);
        return row;
    }

    static @Nullable Map<String, @Nullable Object> told(@Nullable Rule rule) {
        if (rule == null) {
            return null;
        }
        Map<String, @Nullable Object> fields = new TreeMap<>();
        for (RuleField field : RuleField.values()) {
            fields.put(field.wireName(), plain(field.read(rule)));
        }
        return fields;
    }

    static @Nullable Map<String, @Nullable Object> told(@Nullable Release release) {
        if (release == null) {
            return null;
        }
        Map<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("product", release.product());
        fields.put("read_only", release.readOnly());
        fields.put("content_sha256", release.content().value());
        return fields;
    }

    static @Nullable Map<String, @Nullable Object> told(@Nullable ReleaseName mapping) {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("mapping", mapping == null ? null : mapping.value());
        return mapping == null ? null : fields;
    }

    private static Map<String, @Nullable Object> plain(Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> plain = new TreeMap<>();
        fields.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return value instanceof Collection<?> all
                ? all.stream().map(Object::toString).sorted().toList()
                : value.toString();
    }
}
