package dev.rehearsal.change;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The key of a row tells it from others of its kind: its number, or some of its columns, by the names of the API.
 *
 * @param columns empty for a row that gets its number when it is added
 */
public record RowKey(Map<String, Object> columns) {

    private static final String NUMBER = "id";

    static final RowKey NEW = new RowKey(Map.of());

    public RowKey {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    public static RowKey ofNumber(long id) {
        return new RowKey(Map.of(NUMBER, id));
    }

    /** Returns the key of a row that gets its number when it is added. */
    public static RowKey ofNewRow() {
        return NEW;
    }

    public boolean isNew() {
        return columns.isEmpty();
    }

    boolean isNumber() {
        return columns.containsKey(NUMBER);
    }

    /** Returns the values, such as {@code Firefox release}. */
    @Override
    public String toString() {
        return columns.values().stream().map(Object::toString).collect(Collectors.joining(" "));
    }
}
