package dev.rehearsal.ledger;

import dev.rehearsal.staging.ChangeSetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/**
 * Reads and writes a table whose rows have numbers; each write leaves a row in its history, which is called as the table is,
 * with {@code _history} after it.
 */
public abstract class NumberedRows<R extends NumberedRow<R>> {

    private final JdbcClient jdbc;
    private final String table;
    private final String number;
    private final List<Column<R>> columns;

    /**
     * @param number the column of the history that says which row it tells of
     * @param columns all but the number and the version
     */
    protected NumberedRows(JdbcClient jdbc, String table, String number, List<Column<R>> columns) {
        this.jdbc = jdbc;
        this.table = table;
        this.number = number;
        this.columns = List.copyOf(columns);
    }

    /** A column, with what it holds of a row as the driver takes it. */
    public record Column<R>(String name, Function<R, @Nullable Object> value) {}

    /** Reads the columns of a row, be it of the table or of its history. */
    protected abstract R read(ResultSet row, long id, int dataVersion) throws SQLException;

    private RowMapper<R> rows(String id) {
        return (row, place) -> read(row, row.getLong(id), row.getInt("data_version"));
    }

    /** Lists the rows by their numbers. */
    public List<R> all() {
        return jdbc.sql("select * from " + table + " order by id")
                .query(rows("id"))
                .list();
    }

    /** Returns a row as it was once the set was enacted. */
    public Optional<R> writtenBy(ChangeSetId set) {
        return jdbc
                .sql("select * from " + table + "_history where change_set_id = ? and data_version is not null"
                        + " order by change_id desc")
                .param(set.value())
                .query(rows(number))
                .list()
                .stream()
                .findFirst();
    }

    public HistoryTable<R> history() {
        return new HistoryTable<>(jdbc, table + "_history", List.of(number), "change_set_id", rows(number));
    }

    /** @return the row with the number that it got */
    public R insert(Write write, R row, int dataVersion) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        insert(table, List.of(), values(row.numbered(0, dataVersion))).update(key, "id");
        R inserted = row.numbered(Objects.requireNonNull(key.getKey()).longValue(), dataVersion);
        keep(write, inserted.id(), values(inserted));
        return inserted;
    }

    public void update(Write write, R row) {
        jdbc.sql("update " + table + " set " + String.join(" = ?, ", names()) + " = ? where id = ?")
                .params(values(row))
                .param(row.id())
                .update();
        keep(write, row.id(), values(row));
    }

    public void delete(Write write, long id) {
        jdbc.sql("delete from " + table + " where id = ?").param(id).update();
        keep(write, id, Collections.nCopies(columns.size() + 1, null));
    }

    private void keep(Write write, long id, List<@Nullable Object> values) {
        List<@Nullable Object> kept = new ArrayList<>();
        kept.add(write.by().name());
        kept.add(write.at().toEpochMilli());
        kept.add(write.changeSet());
        kept.add(id);
        kept.addAll(values);
        insert(table + "_history", List.of("changed_by", "changed_at", "change_set_id", number), kept)
                .update();
    }

    private JdbcClient.StatementSpec insert(String into, List<String> others, List<@Nullable Object> values) {
        List<String> names = new ArrayList<>(others);
        names.addAll(names());
        return jdbc.sql("insert into %s (%s) values (%s)"
                        .formatted(
                                into,
                                String.join(", ", names),
                                String.join(", ", Collections.nCopies(names.size(), "?"))))
                .params(values);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(columns.stream().map(Column::name).toList());
        names.add("data_version");
        return names;
    }

    private List<@Nullable Object> values(R row) {
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(column.value().apply(row)));
        values.add(row.dataVersion());
        return values;
    }
}
