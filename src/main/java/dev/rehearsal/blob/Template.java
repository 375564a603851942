package dev.rehearsal.blob;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text with placeholders such as {@code %LOCALE%}, upper or lower case, cut into pieces once.
 *
 * <p>Balrog replaces one placeholder after the other, so that a value which looks like a placeholder is replaced too.
 * Where that could show, the same is done here; else the pieces are joined.
 */
final class Template {

    private static final char MARK = '%';

    private final String source;
    private final List<String> placeholders;
    private final String[] literals;
    private final int[] values;
    private final boolean joinable;

    private Template(String source, List<String> placeholders, String[] literals, int[] values, boolean joinable) {
        this.source = source;
        this.placeholders = placeholders;
        this.literals = literals;
        this.values = values;
        this.joinable = joinable;
    }

    /**
     * @param names what stands between the marks, in upper case and in the order in which Balrog replaces them: all in
     *     upper case, then all in lower case
     */
    static Template of(String source, List<String> names) {
        List<String> placeholders = new ArrayList<>(2 * names.size());
        names.forEach(name -> placeholders.add(MARK + name + MARK));
        names.forEach(name -> placeholders.add(MARK + name.toLowerCase(Locale.ROOT) + MARK));
        List<String> literals = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        boolean joinable = true;
        int literalStart = 0;
        int mark = source.indexOf(MARK);
        while (mark >= 0) {
            int found = placeholderAt(source, mark, placeholders);
            if (found < 0) {
                mark = source.indexOf(MARK, mark + 1);
                continue;
            }
            String literal = source.substring(literalStart, mark);
            literals.add(literal);
            values.add(found % names.size());
            literalStart = mark + placeholders.get(found).length();
            joinable &= !couldBegin(literal, placeholders) && placeholderAt(source, literalStart - 1, placeholders) < 0;
            mark = source.indexOf(MARK, literalStart);
        }
        literals.add(source.substring(literalStart));
        return new Template(
                source,
                List.copyOf(placeholders),
                literals.toArray(String[]::new),
                values.stream().mapToInt(Integer::intValue).toArray(),
                joinable);
    }

    /** The text as it stands in the blob. */
    String source() {
        return source;
    }

    /**
     * The text with its placeholders filled; null if one of them has no substitute.
     *
     * @param substitutes for the names in their order; null for one that is not known
     */
    @Nullable
    String fill(@Nullable String... substitutes) {
        if (values.length == 0) {
            return source;
        }
        if (!joinable || anyHasMark(substitutes)) {
            return replaceOneByOne(substitutes);
        }
        StringBuilder filled = new StringBuilder(source.length() + 32);
        for (int i = 0; i < values.length; i++) {
            String substitute = substitutes[values[i]];
            if (substitute == null) {
                return null;
            }
            filled.append(literals[i]).append(substitute);
        }
        return filled.append(literals[values.length]).toString();
    }

    private @Nullable String replaceOneByOne(@Nullable String[] substitutes) {
        String text = source;
        for (int i = 0; i < placeholders.size(); i++) {
            String substitute = substitutes[i % substitutes.length];
            if (substitute != null) {
                text = text.replace(placeholders.get(i), substitute);
            } else if (text.contains(placeholders.get(i))) {
                return null;
            }
        }
        return text;
    }

    private static boolean anyHasMark(@Nullable String[] substitutes) {
        for (String substitute : substitutes) {
            if (substitute != null && substitute.indexOf(MARK) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int placeholderAt(String text, int start, List<String> placeholders) {
        for (int i = 0; i < placeholders.size(); i++) {
            if (text.startsWith(placeholders.get(i), start)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether what follows this literal, a substitute and another literal, could complete a placeholder. */
    private static boolean couldBegin(String literal, List<String> placeholders) {
        int mark = literal.lastIndexOf(MARK);
        String tail = mark < 0 ? "" : literal.substring(mark);
        return !tail.isEmpty() && placeholders.stream().anyMatch(placeholder -> placeholder.startsWith(tail));
    }
}
