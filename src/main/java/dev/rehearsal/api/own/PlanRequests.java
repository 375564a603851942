package dev.rehearsal.api.own;

import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.enactment.rollout.NewPlan;
import dev.rehearsal.enactment.rollout.PlanCheck;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what is asked of rollouts. */
final class PlanRequests {

    private static final Duration WITHIN = Duration.ofHours(2);

    private PlanRequests() {}

    /** @throws dev.rehearsal.problem.RefusedException with all that cannot be read */
    static NewPlan plan(JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(Set.of("title", "product", "channel", "release", "rule_id", "start", "steps", "checks"));
        NewPlan plan = new NewPlan(
                fields.text("title"),
                fields.text("product"),
                fields.text("channel"),
                new ReleaseName(fields.text("release")),
                fields.has("rule_id") ? new RuleId(fields.integer("rule_id")) : null,
                fields.has("start") ? fields.time("start") : null,
                each(fields, "steps", PlanRequests::step),
                each(fields, "checks", PlanRequests::check));
        fields.refuseProblems();
        return plan;
    }

    private static <T> List<T> each(JsonFields fields, String name, BiFunction<JsonFields, Integer, T> read) {
        JsonNode sent = fields.sent(name);
        List<T> all = new ArrayList<>();
        if (sent == null || sent.isNull()) {
            return all;
        }
        if (!(sent instanceof ArrayNode array)) {
            return fields.wrong(name, "must be a list", all);
        }
        for (int place = 0; place < array.size(); place++) {
            String at = "%s[%d]".formatted(name, place);
            if (array.get(place) instanceof ObjectNode object) {
                all.add(read.apply(fields.part(object, at + "."), place + 1));
            } else {
                fields.wrong(at, "must be an object", "");
            }
        }
        return all;
    }

    private static NewPlan.Step step(JsonFields fields, int number) {
        fields.allowOnly(Set.of("after", "percentage", "channel", "release", "version"));
        String release = fields.optionalText("release");
        return new NewPlan.Step(
                duration(fields, "after", Duration.ZERO),
                fields.integer("percentage"),
                fields.optionalText("channel"),
                release == null ? null : new ReleaseName(release),
                fields.optionalText("version"));
    }

    private static PlanCheck check(JsonFields fields, int number) {
        fields.allowOnly(Set.of("kind", "name", "at_least", "at_most", "within", "url"));
        String kind = fields.text("kind");
        return switch (kind) {
            case "figure" ->
                new PlanCheck.Figure(
                        number,
                        fields.text("name"),
                        figure(fields, "at_least"),
                        figure(fields, "at_most"),
                        duration(fields, "within", WITHIN));
            case "url" ->
                new PlanCheck.Asked(
                        number, fields.text("name"), fields.text("url"), duration(fields, "within", WITHIN));
            case "verdict" -> new PlanCheck.NoFail(number);
            default -> fields.wrong("kind", "must be verdict, figure or url", new PlanCheck.NoFail(number));
        };
    }

    private static Duration duration(JsonFields fields, String name, Duration otherwise) {
        String sent = fields.optionalText(name);
        try {
            return sent == null ? otherwise : Duration.parse(sent);
        } catch (DateTimeParseException e) {
            return fields.wrong(name, "must be a duration of ISO 8601, such as PT24H", otherwise);
        }
    }

    /** Returns a number that is one; null where none is sent. */
    static @Nullable Double figure(JsonFields fields, String name) {
        JsonNode sent = fields.sent(name);
        if (sent == null || sent.isNull()) {
            return null;
        }
        double figure = sent.isNumber() ? sent.asDouble() : Double.NaN;
        return Double.isFinite(figure)
                ? (Double) figure
                : Objects.requireNonNull(fields.wrong(name, "must be a number", (Double) 0.0));
    }
}
