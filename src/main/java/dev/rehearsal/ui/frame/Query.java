package dev.rehearsal.ui.frame;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query string of a screen's address: one value for each name, none where there is nothing to say. */
public final class Query {

    private static final Instant LAST_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    public Query with(String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            parameters.put(name, List.of(value.toString()));
        }
        return this;
    }

    public QueryParameters parameters() {
        return new QueryParameters(parameters);
    }

    /** Empty where there is none. */
    public static String text(QueryParameters parameters, String name) {
        return parameters.getSingleParameter(name).orElse("");
    }

    /** Reads a time in epoch milliseconds; returns null where there is none, and where it is no time that a clock can show. */
    public static @Nullable Instant time(QueryParameters parameters, String name) {
        Long millis = number(parameters, name);
        return millis == null || millis < 0 || millis > LAST_TIME.toEpochMilli() ? null : Instant.ofEpochMilli(millis);
    }

    /** Reads a day; returns null where there is none, and where it is no day that a calendar here can show. */
    public static @Nullable LocalDate day(QueryParameters parameters, String name) {
        try {
            String text = text(parameters, name);
            LocalDate day = text.isEmpty() ? null : LocalDate.parse(text);
            return day == null || day.getYear() < 1970 || day.getYear() > 9998 ? null : day;
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    /** Whether something is set: as {@code 1}, or by its name alone. */
    public static boolean flag(QueryParameters parameters, String name) {
        return parameters
                .getSingleParameter(name)
                .filter(value -> value.isEmpty() || value.equals("1"))
                .isPresent();
    }

    /** Reads a whole number; returns null where there is none, and where it is no whole number. */
    public static @Nullable Long number(QueryParameters parameters, String name) {
        try {
            String text = text(parameters, name);
            return text.isEmpty() ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
