package dev.rehearsal.shell;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query string of a screen's address: one value for each name, none where there is nothing to say. */
public final class Query {

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

    /** Null where there is none, and where it is no whole number. */
    public static @Nullable Long number(QueryParameters parameters, String name) {
        try {
            String text = text(parameters, name);
            return text.isEmpty() ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
