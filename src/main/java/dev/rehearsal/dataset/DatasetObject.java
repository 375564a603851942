package dev.rehearsal.dataset;

import dev.rehearsal.problem.PlainText;
import dev.rehearsal.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One object of a dataset, read field by field. What is wrong goes to the problems with its place, and the value returned
 * is a stand-in: whoever reads asks {@link #isRight()} before using any.
 */
final class DatasetObject {

    /** Room is left for the writes to come: each of a row raises its version. */
    private static final int LATEST_VERSION = 2_000_000_000;

    /** Leaves room for more of anything than there will ever be. */
    private static final long LARGEST_IDENTIFIER = 1_000_000_000_000L;

    private static final int LONGEST_WORD = 60;

    private final String place;
    private final ObjectNode json;
    private final ProblemList problems;
    private boolean right = true;

    /** @param place such as {@code rules[17]} */
    DatasetObject(String place, ObjectNode json, ProblemList problems) {
        this.place = place;
        this.json = json;
        this.problems = problems;
    }

    String place() {
        return place;
    }

    ObjectNode json() {
        return json;
    }

    boolean isRight() {
        return right;
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    /** A misspelt field must not be taken for an absent one. */
    void allowOnly(Set<String> fields) {
        json.propertyNames().forEach(field -> {
            if (!fields.contains(field)) {
                wrong(field, "There is no such field here.");
            }
        });
    }

    /** @param longest in characters */
    String text(String field, int longest) {
        JsonNode value = json.path(field);
        if (value.isMissingNode()
                || value.isNull()
                || value.isString() && value.asString().isEmpty()) {
            return wrong(field, "This field is missing.", "");
        }
        return Objects.requireNonNullElse(optionalText(field, longest), "");
    }

    /** Reads a text; returns null where it is absent, null or empty. */
    @Nullable
    String optionalText(String field, int longest) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            return wrong(field, "Must be text.", null);
        }
        String text = value.asString();
        if (text.length() > longest) {
            return wrong(field, "May have at most " + longest + " characters, but has " + text.length() + ".", null);
        }
        if (text.indexOf('\0') >= 0) {
            return wrong(field, "Must not hold the character with code 0.", null);
        }
        if (PlainText.holdsHalf(text)) {
            return wrong(field, "Holds half of a character, which cannot be stored: write the whole one.", null);
        }
        return text.isEmpty() ? null : text;
    }

    /**
     * Reads what a text stands for.
     *
     * @param parser throws an {@link IllegalArgumentException} or a {@link DateTimeException} for any other text
     * @param otherwise what is wrong with such a text
     */
    <T> T parsed(String field, Function<String, T> parser, String otherwise, T standIn) {
        String text = text(field, LONGEST_WORD);
        try {
            return text.isEmpty() ? standIn : parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            return wrong(field, otherwise, standIn);
        }
    }

    /** A whole number from 1. */
    int number(String field) {
        return number(field, Integer.MAX_VALUE);
    }

    private int number(String field, int most) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return wrong(field, "This field is missing.", 1);
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 1 || value.asInt() > most) {
            return wrong(field, "Must be a whole number from 1 to " + most + ".", 1);
        }
        return value.asInt();
    }

    /** A whole number by which something is known, from 1; 0 where it is absent. */
    long identifier(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        return value.isIntegralNumber()
                        && value.canConvertToLong()
                        && value.asLong() >= 1
                        && value.asLong() <= LARGEST_IDENTIFIER
                ? value.asLong()
                : wrong(field, "Must be a whole number from 1 to " + LARGEST_IDENTIFIER + ".", 0L);
    }

    /** Counts from 1, and is 1 where it is absent. */
    int dataVersion() {
        return has("data_version") ? number("data_version", LATEST_VERSION) : 1;
    }

    /** Milliseconds since 1970. */
    Instant time(String field) {
        JsonNode value = json.path(field);
        if (value.isIntegralNumber() && value.canConvertToLong() && value.asLong() >= 0) {
            return Instant.ofEpochMilli(value.asLong());
        }
        return wrong(field, "Must be a time in milliseconds since 1970.", Instant.EPOCH);
    }

    boolean flag(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        return value.isBoolean() ? value.asBoolean() : wrong(field, "Must be true or false.", false);
    }

    ObjectNode object(String field) {
        JsonNode value = json.path(field);
        if (value instanceof ObjectNode object) {
            return object;
        }
        return wrong(field, value.isMissingNode() ? "This field is missing." : "Must be an object.", json);
    }

    <T extends @Nullable Object> T wrong(String field, String sentence, T standIn) {
        wrong(field, sentence);
        return standIn;
    }

    void wrong(String field, String sentence) {
        right = false;
        problems.add(field.isEmpty() ? place : place + "." + field, sentence);
    }

    /** What is wrong with it has been said already. */
    void spoiled() {
        right = false;
    }

    /** @param problem whose place is within this object */
    void wrong(Problem problem) {
        wrong(problem.place(), problem.sentence());
    }
}
