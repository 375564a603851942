package dev.rehearsal.approval.store;

import dev.rehearsal.approval.FreezeWindow;
import dev.rehearsal.ledger.Write;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Reads and writes freeze windows; each write leaves a history row. */
@Repository
public class FreezeWindowStore {

    private static final String COLUMNS = "product, live_channel, effect, cron, duration, zone, title, data_version";

    /** Reads a row of the table, or of its history. */
    private static RowMapper<FreezeWindow> rows(String id) {
        return (row, number) -> new FreezeWindow(
                row.getLong(id),
                row.getString("product"),
                row.getString("live_channel"),
                FreezeWindow.Effect.named(row.getString("effect")),
                row.getString("cron"),
                Duration.parse(row.getString("duration")),
                ZoneId.of(row.getString("zone")),
                row.getString("title"),
                row.getInt("data_version"));
    }

    private final JdbcClient jdbc;

    public FreezeWindowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lists the windows by id. */
    public List<FreezeWindow> all() {
        return jdbc.sql("select id, " + COLUMNS + " from freeze_windows order by id")
                .query(rows("id"))
                .list();
    }

    /** Finds the window as it was once the set was enacted. */
    public Optional<FreezeWindow> writtenBy(long changeSet) {
        return jdbc
                .sql("select window_id, " + COLUMNS + " from freeze_windows_history where change_set_id = ?"
                        + " and data_version is not null order by change_id desc")
                .param(changeSet)
                .query(rows("window_id"))
                .list()
                .stream()
                .findFirst();
    }

    /** @return the window with the id that it got */
    public FreezeWindow insert(Write write, FreezeWindow window, int dataVersion) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        bound(jdbc.sql("insert into freeze_windows (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)"), window)
                .param(dataVersion)
                .update(key, "id");
        FreezeWindow inserted =
                window.numbered(Objects.requireNonNull(key.getKey()).longValue(), dataVersion);
        history(write, inserted.id(), inserted);
        return inserted;
    }

    public void update(Write write, FreezeWindow window) {
        bound(
                        jdbc.sql("update freeze_windows set product = ?, live_channel = ?, effect = ?, cron = ?,"
                                + " duration = ?, zone = ?, title = ?, data_version = ? where id = ?"),
                        window)
                .param(window.dataVersion())
                .param(window.id())
                .update();
        history(write, window.id(), window);
    }

    public void delete(Write write, long id) {
        jdbc.sql("delete from freeze_windows where id = ?").param(id).update();
        history(write, id, null);
    }

    private void history(Write write, long id, @Nullable FreezeWindow window) {
        JdbcClient.StatementSpec insert = jdbc.sql("insert into freeze_windows_history (changed_by, changed_at,"
                        + " change_set_id, window_id, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(write.by().name())
                .param(write.at().toEpochMilli())
                .param(write.changeSet())
                .param(id);
        bound(insert, window)
                .param(window == null ? null : window.dataVersion())
                .update();
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, @Nullable FreezeWindow window) {
        return statement
                .param(window == null ? null : window.product())
                .param(window == null ? null : window.liveChannel())
                .param(window == null ? null : window.effect().wireName())
                .param(window == null ? null : window.cron())
                .param(window == null ? null : window.duration().toString())
                .param(window == null ? null : window.zone().getId())
                .param(window == null ? null : window.title());
    }
}
