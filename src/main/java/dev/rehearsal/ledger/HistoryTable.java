package dev.rehearsal.ledger;

import dev.rehearsal.staging.ChangeSetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The history of one table: each row is what an object was from then on, and a row without data version says that it was
 * removed.
 *
 * @param <T> what a row says
 */
public final class HistoryTable<T> {

    /** So many rows are looked at one by one, rather than all of a table. */
    private static final int MOST_MOVED = 2_000;

    private final JdbcClient jdbc;
    private final String table;
    private final List<String> key;
    private final String changeSet;
    private final RowMapper<T> content;

    /**
     * @param key the columns that tell objects apart
     * @param changeSet the column that names the set through which a row was written
     */
    public HistoryTable(JdbcClient jdbc, String table, List<String> key, String changeSet, RowMapper<T> content) {
        this.jdbc = jdbc;
        this.table = table;
        this.key = key;
        this.changeSet = changeSet;
        this.content = content;
    }

    /** Returns what each object was at a time, in no particular order; one that was removed by then is left out. */
    public List<Revision<T>> at(Instant time) {
        return at(time, new Conditions());
    }

    /** Reads how some objects were at a time: those whose rows meet the conditions. */
    public List<Revision<T>> at(Instant time, Conditions conditions) {
        return jdbc.sql("select h.* from " + table + " h join (select max(change_id) as change_id from " + table
                        + " where changed_at <= ? and " + conditions.sql() + " group by " + String.join(", ", key)
                        + ") in_force on in_force.change_id = h.change_id where h.data_version is not null")
                .param(time.toEpochMilli())
                .params(conditions.values())
                .query(this::revision)
                .list();
    }

    /**
     * The objects that are other by now than at a time.
     *
     * @param written the keys of those objects that were written to since
     * @param then what they were at that time; what was not there is left out
     */
    public record Moved<T>(Set<Object> written, List<Revision<T>> then) {}

    /**
     * Reads what differs at a time from how the table is now; empty where so much was written since that to read everything
     * costs no more. For tables whose key is one column.
     */
    public Optional<Moved<T>> movedSince(Instant time) {
        return written(new Conditions().and("changed_at > ?", time.toEpochMilli()))
                .map(written -> new Moved<>(written, of(written, time)));
    }

    private Optional<Set<Object>> written(Conditions conditions) {
        List<Object> written = jdbc.sql("select " + key.getFirst() + " from " + table + " where " + conditions.sql()
                        + " limit " + (MOST_MOVED + 1))
                .params(conditions.values())
                .query((row, number) -> row.getObject(1))
                .list();
        return written.size() > MOST_MOVED ? Optional.empty() : Optional.of(new HashSet<>(written));
    }

    private List<Revision<T>> of(Set<Object> written, Instant time) {
        return written.isEmpty()
                ? List.of()
                : at(
                        time,
                        new Conditions()
                                .and(
                                        key.getFirst() + " in ("
                                                + String.join(", ", Collections.nCopies(written.size(), "?")) + ")",
                                        written.toArray()));
    }

    /**
     * The revisions of one object, newest first.
     *
     * @param object the values of its key
     */
    public Page<Revision<T>> of(List<?> object, Paging paging, Removals removals) {
        Conditions conditions = new Conditions().and(isObject(), object.toArray());
        return matching(removals == Removals.LISTED ? conditions : conditions.and("data_version is not null"), paging);
    }

    /** All rows that meet the conditions, newest first. */
    public Page<Revision<T>> matching(Conditions conditions, Paging paging) {
        return matching(conditions, "", paging);
    }

    /**
     * All rows that meet the conditions, newest first.
     *
     * @param index the columns of an index before {@code change_id}, to be read backwards, such as {@code product desc,}: the
     *     conditions fix each of them, or it grows as {@code change_id} does
     */
    public Page<Revision<T>> matching(Conditions conditions, String index, Paging paging) {
        List<Revision<T>> rows = jdbc.sql("select * from " + table + " where " + conditions.sql() + " order by " + index
                        + " change_id desc limit ? offset ?")
                .params(conditions.values())
                .param(paging.limit())
                .param(paging.offset())
                .query(this::revision)
                .list();
        return Page.read(
                rows,
                paging,
                () -> jdbc.sql(Page.counting("from " + table + " where " + conditions.sql()))
                        .params(conditions.values())
                        .query(Long.class)
                        .single());
    }

    /** Returns all rows that meet the conditions at once, newest first: for tables that stay small. */
    public List<Revision<T>> all(Conditions conditions) {
        return jdbc.sql("select * from " + table + " where " + conditions.sql() + " order by change_id desc")
                .params(conditions.values())
                .query(this::revision)
                .list();
    }

    /** A row by its number, if it is one of this object. */
    public Optional<Revision<T>> find(List<?> object, long changeId) {
        return jdbc.sql("select * from " + table + " where change_id = ? and " + isObject())
                .param(changeId)
                .params(object)
                .query(this::revision)
                .optional();
    }

    /** Whether there is a row of this number, whatever object it is of. */
    public boolean has(long changeId) {
        return jdbc.sql("select count(*) from " + table + " where change_id = ?")
                        .param(changeId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private String isObject() {
        return String.join(" = ? and ", key) + " = ?";
    }

    private Revision<T> revision(ResultSet row, int number) throws SQLException {
        boolean removed = row.getObject("data_version") == null;
        return new Revision<>(
                row.getLong("change_id"),
                new Actor(row.getString("changed_by")),
                Instant.ofEpochMilli(row.getLong("changed_at")),
                changeSet(row),
                removed ? null : Objects.requireNonNull(content.mapRow(row, number)));
    }

    private @Nullable ChangeSetId changeSet(ResultSet row) throws SQLException {
        Long set = NullableColumns.number(row, changeSet);
        return set == null ? null : new ChangeSetId(set);
    }
}
