package dev.rehearsal.live.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps names in one text, one a line. A blob may name anything: what would end a line, or is no text that every database
 * keeps, is escaped, so that the names that are read are those that were written.
 */
final class NameLines {

    private static final String NONE_BUT_EMPTY = "\\e";

    /** Half of a pair, which only together are a character, is matched where it stands alone. */
    private static final Pattern KEPT_OTHERWISE = Pattern.compile("[\\\\\\n\\x00\\x{D800}-\\x{DFFF}]");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(\\\\|n|e|u[0-9a-f]{4})");

    private NameLines() {}

    static String of(Collection<?> names) {
        return names.stream()
                .map(Object::toString)
                .sorted()
                .map(NameLines::escaped)
                .collect(Collectors.joining("\n"));
    }

    static Stream<String> read(String lines) {
        return lines.isEmpty()
                ? Stream.empty()
                : Arrays.stream(lines.split("\n", -1)).map(NameLines::unescaped);
    }

    private static String escaped(String name) {
        return name.isEmpty() ? NONE_BUT_EMPTY : KEPT_OTHERWISE.matcher(name).replaceAll(NameLines::escape);
    }

    private static String escape(MatchResult found) {
        char c = found.group().charAt(0);
        return switch (c) {
            case '\\' -> "\\\\\\\\";
            case '\n' -> "\\\\n";
            default -> "\\\\u%04x".formatted((int) c);
        };
    }

    /** What is no escape stands for itself: names were once kept as they were. */
    private static String unescaped(String line) {
        return ESCAPE.matcher(line).replaceAll(NameLines::meant);
    }

    private static String meant(MatchResult escape) {
        String said = escape.group(1);
        return switch (said.charAt(0)) {
            case '\\' -> "\\\\";
            case 'n' -> "\n";
            case 'e' -> "";
            default -> Character.toString((char) Integer.parseInt(said.substring(1), 16));
        };
    }
}
