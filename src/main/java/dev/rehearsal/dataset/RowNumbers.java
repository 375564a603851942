package dev.rehearsal.dataset;

import dev.rehearsal.staging.Scope;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Translates the numbers by which changes mean rows: those of a database say nothing in a dataset, nor the other way round.
 *
 * @param incarnations of releases and pins
 * @param grants the numbers of each giving of a role
 */
record RowNumbers(
        LongUnaryOperator incarnations,
        LongUnaryOperator grants,
        LongUnaryOperator gates,
        LongUnaryOperator windows,
        LongUnaryOperator rails,
        LongUnaryOperator mappings,
        UnaryOperator<Scope> scopes) {

    /** Returns numbers that a dataset is written with. */
    static RowNumbers toBeWritten() {
        return new RowNumbers(
                new NumberSequence(),
                new NumberSequence(),
                new NumberSequence(),
                new NumberSequence(),
                new NumberSequence(),
                new NumberSequence(),
                UnaryOperator.identity());
    }

    /** Returns the numbers here of what was imported; what is not here gets one that no row has. */
    static RowNumbers imported(
            LongUnaryOperator incarnations,
            Map<Long, Long> grants,
            Map<Long, Long> gates,
            Map<Long, Long> windows,
            Map<Long, Long> rails,
            Map<Long, Long> mappings,
            UnaryOperator<Scope> scopes) {
        return new RowNumbers(
                incarnations, known(grants), known(gates), known(windows), known(rails), known(mappings), scopes);
    }

    /** Returns the numbers here of what was imported; anything else gets a number that nothing has. */
    static LongUnaryOperator known(Map<Long, Long> numbers) {
        return number -> number == 0 ? 0 : numbers.getOrDefault(number, -1 - Math.abs(number));
    }

    /**
     * Translates the content of a change in its place.
     *
     * @param object such as {@code rule}
     */
    void translate(String object, ObjectNode content) {
        if (content.path("identity") instanceof ObjectNode identity) {
            if (object.equals("release") || object.equals("pin")) {
                translate(identity, "row", incarnations);
            }
            translate(identity, "made", incarnations);
            if (identity.path("named") instanceof ObjectNode named) {
                named.propertyNames().stream().toList().forEach(name -> translate(named, name, incarnations));
            }
        }
        translateRow(object, content.path("before"));
        translateRow(object, content.path("after"));
    }

    private void translateRow(String object, JsonNode json) {
        if (json instanceof ObjectNode row) {
            switch (object) {
                case "gate" -> translate(row, "id", gates);
                case "freeze_window" -> translate(row, "id", windows);
                case "guard_rail" -> translate(row, "id", rails);
                case "role" -> translate(row, "grant", grants);
                case "channel_mapping" -> {
                    translate(row, "id", mappings);
                    row.put(
                            "scope",
                            scopes.apply(Scope.parse(row.path("scope").asString()))
                                    .wireForm());
                }
                default -> {
                    // No other row has a number that is not the same everywhere.
                }
            }
        }
    }

    private static void translate(ObjectNode holder, String field, LongUnaryOperator numbers) {
        JsonNode number = holder.path(field);
        if (number.isIntegralNumber() && number.canConvertToLong()) {
            holder.put(field, numbers.applyAsLong(number.asLong()));
        }
    }
}
