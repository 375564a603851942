package dev.rehearsal.api.own;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.StateDifference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what differs between two states, with the object that it is about. */
final class DifferenceJson {

    private DifferenceJson() {}

    static Map<String, @Nullable Object> of(StateDifference difference) {
        return switch (difference) {
            case StateDifference.RuleAdded(Rule rule, var _) -> ofRule("rule_added", rule);
            case StateDifference.RuleRemoved(Rule rule, var _) -> ofRule("rule_removed", rule);
            case StateDifference.RuleEdited(Rule was, Rule becomes, List<RuleField> fields) -> {
                Map<String, @Nullable Object> json = ofRule("rule_edited", becomes);
                Map<String, @Nullable Object> edited = new LinkedHashMap<>();
                for (RuleField field : fields) {
                    Map<String, @Nullable Object> values = new LinkedHashMap<>();
                    values.put("from", field.read(was));
                    values.put("to", field.read(becomes));
                    edited.put(field.wireName(), values);
                }
                json.put("fields", edited);
                yield json;
            }
            case StateDifference.RuleMoved(var _, Rule becomes, boolean earlier) -> {
                Map<String, @Nullable Object> json = ofRule("rule_moved", becomes);
                json.put("earlier", earlier);
                yield json;
            }
            case StateDifference.RulesRenumbered() -> json("rules_renumbered");
            case StateDifference.PinDiffers(Pins.Key pin, ReleaseName was, ReleaseName becomes) -> {
                Map<String, @Nullable Object> json = json("pin");
                json.put("product", pin.product());
                json.put("channel", pin.channel());
                json.put("version", pin.version());
                json.put("from", was == null ? null : was.value());
                json.put("to", becomes == null ? null : becomes.value());
                yield json;
            }
            case StateDifference.ProductEntered(String product) -> of("product_entered", "product", product);
            case StateDifference.ProductLeft(String product) -> of("product_left", "product", product);
            case StateDifference.ReleaseEntered(ReleaseName name, var _) ->
                of("release_entered", "release", name.value());
            case StateDifference.ReleaseLeft(ReleaseName name, var _) -> of("release_left", "release", name.value());
            case StateDifference.ReleaseChanged(ReleaseName name, var _, var _) ->
                of("release_changed", "release", name.value());
            case StateDifference.PartialSourceEntered(ReleaseName name) ->
                of("partial_source_entered", "release", name.value());
            case StateDifference.PartialSourceLeft(ReleaseName name) ->
                of("partial_source_left", "release", name.value());
            case StateDifference.PartialSourceChanged(ReleaseName name) ->
                of("partial_source_changed", "release", name.value());
        };
    }

    private static Map<String, @Nullable Object> ofRule(String kind, Rule rule) {
        Map<String, @Nullable Object> json = json(kind);
        json.put("rule_id", rule.id().value());
        return json;
    }

    private static Map<String, @Nullable Object> of(String kind, String object, String name) {
        Map<String, @Nullable Object> json = json(kind);
        json.put(object, name);
        return json;
    }

    private static Map<String, @Nullable Object> json(String kind) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", kind);
        return json;
    }
}
