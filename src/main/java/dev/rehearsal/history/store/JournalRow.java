package dev.rehearsal.history.store;

import dev.rehearsal.change.RecordedChange;
import dev.rehearsal.history.FieldChange;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.WriterNames;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of some history beside the one before it of the same object; without columns where there was no object. */
public final class JournalRow {

    private final HistorySource source;
    private final Map<String, @Nullable Object> row;
    private final Map<String, @Nullable Object> before;
    private final Map<String, @Nullable Object> after;

    JournalRow(HistorySource source, Map<String, @Nullable Object> row, Map<String, @Nullable Object> previous) {
        this.source = source;
        this.row = row;
        this.after = present(row);
        this.before = source.givenAnew() && !after.isEmpty() ? Map.of() : present(previous);
    }

    private Map<String, @Nullable Object> present(Map<String, @Nullable Object> columns) {
        return columns.get(source.present()) == null ? Map.of() : columns;
    }

    public String object() {
        return source.object();
    }

    public String key() {
        return source.key().stream()
                .map(column -> String.valueOf(row.get(column)))
                .collect(Collectors.joining("/"));
    }

    public long id() {
        return number(source.columns().id());
    }

    public Instant at() {
        return Instant.ofEpochMilli(number(source.columns().at()));
    }

    public Actor by() {
        return new Actor(String.valueOf(row.get(source.columns().by())));
    }

    public @Nullable ChangeSetId changeSet() {
        Object set = source.changeSet() == null ? null : row.get(source.changeSet());
        return set == null ? null : new ChangeSetId(((Number) set).longValue());
    }

    public boolean wasThere() {
        return !before.isEmpty();
    }

    public boolean isThere() {
        return !after.isEmpty();
    }

    /** The columns that differ, by their names in the API. */
    public Map<String, FieldChange> fields() {
        Map<String, FieldChange> fields = new LinkedHashMap<>();
        source.fields().forEach((column, name) -> {
            Object old = before.get(column);
            Object becomes = after.get(column);
            if (!Objects.equals(old, becomes)) {
                fields.put(name, new FieldChange(old, becomes));
            }
        });
        return fields;
    }

    private long number(String column) {
        return ((Number) Objects.requireNonNull(row.get(column), column)).longValue();
    }

    public boolean isRelease() {
        return object().equals(HistorySources.RELEASE);
    }

    /** Returns what a row of the history of changes says; empty for any other. */
    public Optional<Change> change() {
        return change(after);
    }

    public Optional<Change> changeBefore() {
        return change(before);
    }

    private Optional<Change> change(Map<String, @Nullable Object> columns) {
        if (!object().equals(HistorySources.CHANGE) || columns.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RecordedChange(
                        new ChangeId(number("sc_id")),
                        new ChangeSetId(number("set_id")),
                        (int) number("place"),
                        String.valueOf(columns.get("object")),
                        String.valueOf(columns.get("change_type")),
                        String.valueOf(columns.get("target")),
                        String.valueOf(columns.get("content")),
                        WriterNames.split(String.valueOf(columns.get("written_by"))))
                .toChange());
    }
}
