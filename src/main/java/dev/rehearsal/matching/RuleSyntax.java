package dev.rehearsal.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The syntax that the texts of a rule must have to be saved.
 *
 * <p>Balrog's rules, except that it saves any memory and then cannot answer the queries that reach it.
 */
final class RuleSyntax {

    private static final String OPERATORS = "<>=";

    private RuleSyntax() {}

    /** A sentence for a person; null if the text, which is not blank, can be saved. */
    static @Nullable String problemIn(RuleField field, String text) {
        return switch (field) {
            case ALIAS ->
                isAlias(text.strip())
                        ? null
                        : "alias must begin with a letter and may go on with letters, digits and hyphens.";
            case VERSION -> problemInVersion(text);
            case BUILD_ID ->
                isNumberOrComparison(text)
                        ? null
                        : "buildID must be a number such as 20250101000000, or <, <=, > or >= and a number, without"
                                + " spaces.";
            case MEMORY ->
                isNumberOrComparison(text.strip())
                        ? null
                        : "memory must be a number of megabytes such as 4096, or <, <=, > or >= and a number, without"
                                + " spaces.";
            case LOCALE ->
                hasBlank(ValueList.split(text))
                        ? "locale has an empty entry: write locales with one comma between two of them, such as de,fr."
                        : null;
            case OS_VERSION ->
                hasBlank(List.of(text.split(",|&&", -1)))
                        ? "osVersion has an empty term, which every client meets: write something on both sides of each"
                                + " comma and each &&."
                        : null;
            default -> null;
        };
    }

    private static boolean hasBlank(List<String> entries) {
        return entries.stream().anyMatch(String::isBlank);
    }

    /** A sentence where some part is neither a version, a comparison nor a glob; null where queries can be judged. */
    static @Nullable String unreadableVersion(String text) {
        for (String part : ValueList.split(text)) {
            Comparison comparison = Comparison.parse(part);
            if (comparison == null || MozillaVersion.tryParse(comparison.operand()) == null) {
                return "version cannot be read at \"" + part + "\": write a version such as 36.0, a comparison such as"
                        + " >=38.0a1, versions separated by commas, or a glob such as 78.*, from version 5 on; without"
                        + " spaces.";
            }
        }
        return null;
    }

    private static @Nullable String problemInVersion(String text) {
        List<String> parts = ValueList.split(text);
        for (String part : parts) {
            Comparison comparison = Comparison.parse(part);
            if (comparison != null && parts.size() > 1 && comparison.operator() != Comparison.Operator.EQUAL) {
                return "version lists several versions, so each must be a plain one: \"" + part
                        + "\" has an operator or a star.";
            }
        }
        return unreadableVersion(text);
    }

    private static boolean isAlias(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean letter = character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
            boolean digitOrHyphen = character >= '0' && character <= '9' || character == '-';
            if (!letter && (i == 0 || !digitOrHyphen)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumberOrComparison(String text) {
        int operator = 0;
        while (operator < text.length() && OPERATORS.indexOf(text.charAt(operator)) >= 0) {
            operator++;
        }
        return Comparison.parse(text) != null && PythonInteger.parse(text.substring(operator)) != null;
    }
}
