package dev.rehearsal.approval.store;

import dev.rehearsal.approval.FreezeWindow;
import dev.rehearsal.ledger.NumberedRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps freeze windows. */
@Repository
public class FreezeWindowStore extends NumberedRows<FreezeWindow> {

    public FreezeWindowStore(JdbcClient jdbc) {
        super(
                jdbc,
                "freeze_windows",
                "window_id",
                List.of(
                        new Column<>("product", FreezeWindow::product),
                        new Column<>("live_channel", FreezeWindow::liveChannel),
                        new Column<>("effect", window -> window.effect().wireName()),
                        new Column<>("cron", FreezeWindow::cron),
                        new Column<>("duration", window -> window.duration().toString()),
                        new Column<>("zone", window -> window.zone().getId()),
                        new Column<>("title", FreezeWindow::title)));
    }

    @Override
    protected FreezeWindow read(ResultSet row, long id, int dataVersion) throws SQLException {
        return new FreezeWindow(
                id,
                row.getString("product"),
                row.getString("live_channel"),
                FreezeWindow.Effect.named(row.getString("effect")),
                row.getString("cron"),
                Duration.parse(row.getString("duration")),
                ZoneId.of(row.getString("zone")),
                row.getString("title"),
                dataVersion);
    }
}
