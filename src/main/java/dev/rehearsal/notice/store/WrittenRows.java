package dev.rehearsal.notice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads from the histories what one write has left there. */
@Repository
public class WrittenRows {

    private static final String SET = "select set_id, title, author, state, disarmed_reason, changed_by,"
            + " case when disarmed_at is null then 0 else 1 end as disarmed from change_sets_history";

    /** As many values as one statement asks for at once. */
    private static final int CHUNK = 500;

    private final JdbcClient jdbc;

    public WrittenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The marks tell how far each history is; 0 for an empty one. */
    public record Marks(long sets, long shutoffs, long breakGlass) {}

    /** @param state as tables name it, but for {@code disarmed} */
    public record SetRow(
            long set,
            String title,
            String author,
            String state,
            @Nullable String reason,
            String by) {}

    /** @param lifted whether updates are served again */
    public record ShutoffRow(
            String product, String channel, @Nullable String comment, String by, boolean lifted) {}

    public record BreakGlassRow(long set, String title, String by, String reason) {}

    public Marks marks() {
        return jdbc.sql("select (select coalesce(max(change_id), 0) from change_sets_history),"
                        + " (select coalesce(max(change_id), 0) from shutoffs_history),"
                        + " (select coalesce(max(id), 0) from break_glass)")
                .query((row, number) -> new Marks(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** Lists rows in the order in which they were written. */
    public List<SetRow> sets(Marks after) {
        return jdbc.sql(SET + " where change_id > ? order by change_id")
                .param(after.sets())
                .query((row, number) -> set(row))
                .list();
    }

    /** Returns what these sets were then, by their numbers, without those that were not there. */
    public Map<Long, SetRow> before(Collection<Long> sets, Marks then) {
        Map<Long, SetRow> found = new HashMap<>();
        List<Long> asked = List.copyOf(sets);
        for (int from = 0; from < asked.size(); from += CHUNK) {
            jdbc.sql(SET + " where change_id in (select max(change_id) from change_sets_history"
                            + " where set_id in (:sets) and change_id <= :then group by set_id)")
                    .param("sets", asked.subList(from, Math.min(asked.size(), from + CHUNK)))
                    .param("then", then.sets())
                    .query((row, number) -> set(row))
                    .list()
                    .forEach(row -> found.put(row.set(), row));
        }
        return found;
    }

    public List<ShutoffRow> shutoffs(Marks after) {
        return jdbc.sql("select product, channel, comment, changed_by, data_version from shutoffs_history"
                        + " where change_id > ? order by change_id")
                .param(after.shutoffs())
                .query((row, number) -> new ShutoffRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5) == null))
                .list();
    }

    public List<BreakGlassRow> breakGlass(Marks after) {
        return jdbc.sql("select b.set_id, s.title, b.person, b.reason from break_glass b"
                        + " join change_sets s on s.id = b.set_id where b.id > ? order by b.id")
                .param(after.breakGlass())
                .query((row, number) ->
                        new BreakGlassRow(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    private static SetRow set(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new SetRow(
                row.getLong("set_id"),
                row.getString("title"),
                row.getString("author"),
                state.equals("pending") && row.getInt("disarmed") == 1 ? "disarmed" : state,
                row.getString("disarmed_reason"),
                row.getString("changed_by"));
    }
}
