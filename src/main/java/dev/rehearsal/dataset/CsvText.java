package dev.rehearsal.dataset;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values as RFC 4180 writes them. No cell runs as a formula in a spreadsheet: one that begins like a formula
 * gets an apostrophe in front.
 */
final class CsvText {

    private static final String FORMULA = "=+-@\t\r\n";
    private static final String QUOTED = ",\"\r\n";
    private static final String LINE_END = "\r\n";

    private final StringBuilder text = new StringBuilder();

    /** @param cells null and empty texts for empty ones */
    CsvText line(List<? extends @Nullable Object> cells) {
        Iterator<? extends @Nullable Object> rest = cells.iterator();
        while (rest.hasNext()) {
            text.append(cell(rest.next()));
            text.append(rest.hasNext() ? "," : LINE_END);
        }
        return this;
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String plain = value.toString();
        boolean formula = !(value instanceof Number) && !plain.isEmpty() && FORMULA.indexOf(plain.charAt(0)) >= 0;
        String safe = formula ? "'" + plain : plain;
        boolean quoted = safe.chars().anyMatch(character -> QUOTED.indexOf(character) >= 0);
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
