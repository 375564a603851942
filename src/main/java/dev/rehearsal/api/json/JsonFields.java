package dev.rehearsal.api.json;

import dev.rehearsal.change.RowFields;
import dev.rehearsal.problem.EpochMillis;
import dev.rehearsal.problem.PlainText;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a body field by field and collects what is wrong, so that a caller hears of everything at once. Where a field is
 * wrong the value returned is a stand-in: call {@link #refuseProblems()} before using any.
 */
public final class JsonFields implements RowFields {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode json;
    private final String place;
    private final List<Problem> problems;

    private JsonFields(ObjectNode json, String place, List<Problem> problems) {
        this.json = json;
        this.place = place;
        this.problems = problems;
    }

    public static JsonFields of(JsonNode body) {
        if (body instanceof ObjectNode object) {
            return new JsonFields(object, "", new ArrayList<>());
        }
        throw RefusedException.invalid("", "the body must be one JSON object");
    }

    /** The fields of a body that may be left out. */
    public static JsonFields ofOptional(@Nullable JsonNode body) {
        return of(body == null || body.isNull() ? JSON.createObjectNode() : body);
    }

    /**
     * The fields of an object within this one; what is wrong there is refused with the rest.
     *
     * @param within such as {@code changes[2].}
     */
    public JsonFields part(ObjectNode object, String within) {
        return new JsonFields(object, place + within, problems);
    }

    @Override
    public @Nullable JsonNode sent(String field) {
        return json.get(field);
    }

    public ObjectNode json() {
        return json;
    }

    /** A misspelt field must not be taken for an absent one. */
    public void allowOnly(Collection<String> names) {
        for (String name : json.propertyNames()) {
            if (!names.contains(name)) {
                wrong(name, "is no field of this", name);
            }
        }
    }

    /** Returns the version that the caller has looked at; null if they do not say. */
    @Nullable
    public Integer dataVersion() {
        return has("data_version") ? (Integer) integer("data_version") : null;
    }

    public boolean has(String field) {
        return json.hasNonNull(field);
    }

    @Override
    public String text(String field) {
        String value = optionalText(field);
        if (value == null) {
            return missing(field, "");
        }
        return value;
    }

    @Override
    public @Nullable String optionalText(String field) {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            return wrong(field, "must be text", "");
        }
        String text = value.asString().strip();
        String refusal = PlainText.refusal(text);
        if (refusal != null) {
            return wrong(field, refusal, "");
        }
        return text.isEmpty() ? null : text;
    }

    /** Text that is a JSON list of texts, as Balrog wants it, or the list itself; empty where the field is not sent. */
    @Override
    public List<String> texts(String field) {
        JsonNode sent = json.path(field);
        JsonNode list = sent;
        if (sent.isString()) {
            try {
                list = sent.asString().isBlank() ? JSON.createArrayNode() : JSON.readTree(sent.asString());
            } catch (JacksonException e) {
                return wrong(field, "is not valid JSON: " + e.getOriginalMessage(), List.of());
            }
        }
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray() || !list.valueStream().allMatch(JsonNode::isString)) {
            return wrong(field, "must be a list of texts", List.of());
        }
        List<String> texts = list.valueStream().map(JsonNode::asString).toList();
        return texts.stream()
                .map(PlainText::refusal)
                .filter(Objects::nonNull)
                .findFirst()
                .map(refusal -> wrong(field, refusal, List.<String>of()))
                .orElse(texts);
    }

    /** Returns the whole numbers of a list; an empty one where the field is missing. */
    public List<Long> numbers(String field) {
        List<Long> numbers = new ArrayList<>();
        JsonNode list = json.path(field);
        boolean sound = list.isMissingNode() || list.isArray();
        for (JsonNode entry : list) {
            sound &= entry.isIntegralNumber() && entry.canConvertToLong();
            numbers.add(entry.asLong(0));
        }
        return sound ? numbers : wrong(field, "must be a list of whole numbers", List.of());
    }

    /** Digits in text are accepted too, as Balrog does. */
    @Override
    public int integer(String field) {
        return has(field) ? optionalInteger(field) : missing(field, 0);
    }

    int optionalInteger(String field) {
        JsonNode value = json.path(field);
        try {
            if (value.isNumber() && value.canConvertToExactIntegral()) {
                return value.decimalValue().intValueExact();
            }
            if (value.isString()) {
                return new BigDecimal(value.asString().strip()).intValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            return wrong(field, "must be a whole number", 0);
        }
        return wrong(field, "must be a whole number", 0);
    }

    public ObjectNode object(String field) {
        JsonNode value = json.path(field);
        if (value instanceof ObjectNode object) {
            return object;
        }
        return value.isMissingNode() || value.isNull()
                ? missing(field, JSON.createObjectNode())
                : wrong(field, "must be an object", JSON.createObjectNode());
    }

    public boolean flag(String field, boolean otherwise) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        return value.isBoolean() ? value.asBoolean() : wrong(field, "must be true or false", otherwise);
    }

    /** An empty text is no, as Balrog's own screens send it. */
    public boolean requiredFlag(String field) {
        JsonNode value = json.path(field);
        if (value.isString()) {
            return switch (value.asString().strip()) {
                case "", "false" -> false;
                case "true" -> true;
                default -> wrong(field, "must be true or false", false);
            };
        }
        return value.isMissingNode() || value.isNull() ? missing(field, false) : flag(field, false);
    }

    /** Epoch milliseconds, of a time that somebody may mean. */
    public Instant time(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return missing(field, Instant.EPOCH);
        }
        if (!value.isIntegralNumber()) {
            return wrong(field, "must be a time in milliseconds since 1970", Instant.EPOCH);
        }
        long millis = value.canConvertToLong() ? value.asLong() : Long.MAX_VALUE;
        String refusal = EpochMillis.refusal(millis);
        return refusal == null ? Instant.ofEpochMilli(millis) : wrong(field, refusal, Instant.EPOCH);
    }

    @Override
    public <T> T wrong(String field, String sentence, T standIn) {
        problems.add(new Problem(place + field, sentence));
        return standIn;
    }

    public void refuseProblems() {
        RefusedException.throwIfAny(problems);
    }

    private <T> T missing(String field, T standIn) {
        return wrong(field, "is missing", standIn);
    }

    /** Refuses another value than the one that stays; a client may send that all the same. */
    public void refuseOther(String field, String fixed) {
        if (has(field) && !json().path(field).asString("").equals(fixed)) {
            wrong(field, "cannot be changed: it is " + fixed, fixed);
        }
    }
}
