package dev.rehearsal.history.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One history table as the journal reads it. Its rows are who ({@code changed_by}) and when ({@code changed_at}) and what
 * an object became; numbered by {@code change_id}, without {@code data_version} where the object was removed.
 *
 * @param object what people call the objects
 * @param key the columns that tell them apart
 * @param fields the columns that entries tell of, each with its name in the API
 * @param present the column that is null where an object was removed
 * @param changeSet the column that names a change set; null where there is none
 * @param product the column of the product, null in which is every product; null where there is none
 * @param channels the columns that a channel's name is looked for in; null in one is every channel
 * @param givenAnew whether a row that replaces another one is told like a first one, rather than as an edit of it
 * @param columns what the columns of number, person and time are called
 */
record HistorySource(
        String object,
        String table,
        List<String> key,
        Map<String, String> fields,
        String present,
        @Nullable String changeSet,
        @Nullable String product,
        List<String> channels,
        boolean givenAnew,
        Columns columns) {

    /** @param id numbers rows in the order in which they were written */
    record Columns(String id, String by, String at) {}

    private static final Columns USUAL = new Columns("change_id", "changed_by", "changed_at");

    /** The usual columns; entries tell of nothing but the key yet. */
    static HistorySource of(String object, String table, String... key) {
        return new HistorySource(
                object, table, List.of(key), Map.of(), "data_version", "change_set_id", null, List.of(), false, USUAL);
    }

    /** A table to which rows are only added, each an object of its own. */
    static HistorySource ofAppended(String object, String table, Columns columns) {
        return new HistorySource(
                object, table, List.of(columns.id()), Map.of(), columns.id(), null, null, List.of(), false, columns);
    }

    /** Columns that have the same name in the API. */
    HistorySource telling(String... columnsAlike) {
        HistorySource telling = this;
        for (String column : columnsAlike) {
            telling = telling.tellingAs(column, column);
        }
        return telling;
    }

    HistorySource tellingAs(String column, String name) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(column, name);
        return new HistorySource(object, table, key, more, present, changeSet, product, channels, givenAnew, columns);
    }

    HistorySource presentWhere(String column) {
        return new HistorySource(object, table, key, fields, column, changeSet, product, channels, givenAnew, columns);
    }

    /** Each row stands for itself, whatever it replaces. */
    HistorySource eachAnew() {
        return new HistorySource(object, table, key, fields, present, changeSet, product, channels, true, columns);
    }

    HistorySource inChangeSet(String column) {
        return new HistorySource(object, table, key, fields, present, column, product, channels, givenAnew, columns);
    }

    HistorySource ofProduct(String column) {
        return new HistorySource(object, table, key, fields, present, changeSet, column, channels, givenAnew, columns);
    }

    HistorySource onChannels(String... channelColumns) {
        return new HistorySource(
                object, table, key, fields, present, changeSet, product, List.of(channelColumns), givenAnew, columns);
    }
}
