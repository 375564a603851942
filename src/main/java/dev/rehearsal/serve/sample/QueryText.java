package dev.rehearsal.serve.sample;

import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.UpdateQuery.Force;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a client says of itself as one line, and reads it again. It holds the fields of the URL and nothing else: what
 * was taken from a header is left out, and so is a side of a background rate that somebody forced. A value is cut at
 * {@value #LONGEST} characters, far beyond any that a client of ours sends.
 */
public final class QueryText {

    static final int LONGEST = 100;

    private static final char BETWEEN = '\t';
    private static final String NULL = "\0";
    private static final int FIELDS = 15;

    /** What clients send that nobody made a distribution of. */
    private static final String ORDINARY = "default";

    private QueryText() {}

    /** @param distribution whether it tells who distributes the client, and in which version */
    public static String of(UpdateQuery query, boolean distribution) {
        StringBuilder text = new StringBuilder(200);
        text.append(query.urlVersion());
        add(text, query.product());
        add(text, query.version());
        add(text, query.buildId());
        add(text, query.buildTarget());
        add(text, query.locale());
        add(text, query.channel());
        add(text, query.osVersion());
        add(text, query.instructionSet());
        add(text, query.memory());
        add(text, query.jaws());
        add(text, query.mig64());
        add(text, distribution || query.distribution().isEmpty() ? query.distribution() : ORDINARY);
        add(text, distribution || query.distVersion() == null ? query.distVersion() : ORDINARY);
        add(text, query.pin());
        return text.toString();
    }

    private static void add(StringBuilder text, @Nullable Object value) {
        text.append(BETWEEN);
        if (value == null) {
            text.append(NULL);
            return;
        }
        String said = value.toString();
        int begin = text.length();
        text.append(said, 0, Math.min(said.length(), LONGEST));
        for (int at = begin; at < text.length(); at++) {
            if (text.charAt(at) < ' ') {
                text.setCharAt(at, ' ');
            }
        }
    }

    public static UpdateQuery read(String text) {
        return read(text, value -> value);
    }

    /**
     * Reads what {@link #of} has written.
     *
     * @param same gives one object for all values that are equal
     */
    public static UpdateQuery read(String text, UnaryOperator<String> same) {
        String[] values = text.split(String.valueOf(BETWEEN), -1);
        if (values.length != FIELDS) {
            throw new IllegalArgumentException("This is no query: it has %d fields".formatted(values.length));
        }
        for (int at = 0; at < FIELDS; at++) {
            values[at] = same.apply(values[at]);
        }
        String memory = orNull(values[9]);
        return new UpdateQuery(
                Integer.parseInt(values[0]),
                values[1],
                values[2],
                orNull(values[3]),
                values[4],
                orNull(values[5]),
                values[6],
                values[7],
                orNull(values[8]),
                memory == null ? null : Integer.valueOf(memory),
                flag(values[10]),
                flag(values[11]),
                values[12],
                orNull(values[13]),
                null,
                Force.NONE,
                orNull(values[14]));
    }

    private static @Nullable String orNull(String value) {
        return value.equals(NULL) ? null : value;
    }

    private static @Nullable Boolean flag(String value) {
        return value.equals(NULL) ? null : Boolean.valueOf(value);
    }
}
