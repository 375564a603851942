package dev.rehearsal.dataset;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.RuleId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules of a dataset: whatever a real table can hold, with ids and aliases that stand once. */
final class RuleObjects {

    private static final Set<String> FIELDS = Stream.concat(
                    Stream.of("rule_id", "data_version"),
                    Arrays.stream(RuleField.values()).map(RuleField::wireName))
            .collect(Collectors.toUnmodifiableSet());

    private final List<Rule> rules = new ArrayList<>();
    private final Map<RuleId, String> placesById = new HashMap<>();
    private final Map<String, String> placesByAlias = new HashMap<>();

    void add(DatasetObject object) {
        object.allowOnly(FIELDS);
        RuleId id = new RuleId(object.number("rule_id"));
        int dataVersion = object.dataVersion();
        RuleFields fields = RuleFields.ofImport(sentFields(object.json()));
        fields.problems().forEach(problem -> object.wrong(problem.field().wireName(), problem.sentence()));
        refuseSecond(object, id, fields);
        if (object.isRight()) {
            rules.add(fields.toRule(id, dataVersion));
        }
    }

    List<Rule> rules() {
        return rules;
    }

    /** A table can hold rules that name releases which are gone: they serve nothing. */
    List<String> dangling(Set<ReleaseName> releases) {
        return rules.stream()
                .flatMap(rule -> Stream.of(rule.mapping(), rule.fallbackMapping())
                        .filter(Objects::nonNull)
                        .filter(name -> !releases.contains(name))
                        .distinct()
                        .map(name -> "rule " + rule.id() + " names '" + name + "'"))
                .toList();
    }

    /** The columns of a rule that an object sets, as they were sent. */
    static Map<String, @Nullable Object> sentFields(ObjectNode json) {
        Map<String, @Nullable Object> sent = new HashMap<>();
        for (RuleField field : RuleField.values()) {
            JsonNode value = json.get(field.wireName());
            if (value != null) {
                sent.put(field.wireName(), plain(value));
            }
        }
        return sent;
    }

    private void refuseSecond(DatasetObject object, RuleId id, RuleFields fields) {
        if (object.has("rule_id")) {
            String first = placesById.putIfAbsent(id, object.place());
            if (first != null) {
                object.wrong("rule_id", "Rule " + id + " stands already at " + first + ".");
            }
        }
        if (fields.values().get(RuleField.ALIAS) instanceof String alias) {
            String first = placesByAlias.putIfAbsent(alias, object.place());
            if (first != null) {
                object.wrong("alias", "The rule at " + first + " has the alias '" + alias + "' already.");
            }
        }
    }

    /** What is no text, whole number, boolean or null stays what it is, and is refused where it is read. */
    private static @Nullable Object plain(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> null;
            case STRING -> value.asString();
            case BOOLEAN -> value.asBoolean();
            case NUMBER -> value.isIntegralNumber() ? value.bigIntegerValue() : value;
            default -> value;
        };
    }
}
