package dev.rehearsal.matching;

import org.jspecify.annotations.Nullable;

/**
 * A comparison is what a rule demands of one value: an operator and the operand that the value is compared with. A
 * Balrog fact: what follows the operand is ignored, so that {@code >38.0-1} means {@code >38.0}.
 */
public record Comparison(Operator operator, String operand) {

    public enum Operator {
        EQUAL,
        /** The operand ends with {@code *}; only versions give that a meaning. */
        GLOB,
        AT_LEAST,
        ABOVE,
        BELOW,
        AT_MOST;

        /** @param order of the value against the operand: negative, zero or positive */
        boolean holds(int order) {
            return switch (this) {
                case EQUAL, GLOB -> order == 0;
                case AT_LEAST -> order >= 0;
                case ABOVE -> order > 0;
                case BELOW -> order < 0;
                case AT_MOST -> order <= 0;
            };
        }
    }

    /** Reads a comparison; returns null for a text that says nothing comparable, such as {@code =4.0}, {@code < 4.0} or an empty one. */
    public static @Nullable Comparison parse(String text) {
        if (text.endsWith("*")) {
            return new Comparison(Operator.GLOB, text);
        }
        if (text.isEmpty()) {
            return null;
        }
        if (isWordCharacter(text.codePointAt(0))) {
            return new Comparison(Operator.EQUAL, text);
        }
        boolean orEqual = text.length() > 1 && text.charAt(1) == '=';
        int start = orEqual ? 2 : 1;
        int end = start;
        while (end < text.length() && (text.charAt(end) == '.' || isWordCharacter(text.codePointAt(end)))) {
            end += Character.charCount(text.codePointAt(end));
        }
        if (end == start) {
            return null;
        }
        String operand = text.substring(start, end);
        return switch (text.charAt(0)) {
            case '<' -> new Comparison(orEqual ? Operator.AT_MOST : Operator.BELOW, operand);
            case '>' -> new Comparison(orEqual ? Operator.AT_LEAST : Operator.ABOVE, operand);
            default -> null;
        };
    }

    private static boolean isWordCharacter(int codePoint) {
        return codePoint == '_' || Character.isLetterOrDigit(codePoint);
    }
}
