package dev.rehearsal.approval.store;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.ledger.NumberedRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps guard rails. */
@Repository
public class GuardRailStore extends NumberedRows<GuardRail> {

    public GuardRailStore(JdbcClient jdbc) {
        super(
                jdbc,
                "guard_rails",
                "rail_id",
                List.of(
                        new Column<>("product", GuardRail::product),
                        new Column<>("live_channel", GuardRail::liveChannel),
                        new Column<>("kind", rail -> rail.kind().wireName()),
                        new Column<>("percent", GuardRail::percent),
                        new Column<>("mode", rail -> rail.mode().wireName()),
                        new Column<>("cannot_say_blocks", GuardRail::cannotSayBlocks),
                        new Column<>("passed_by", rail -> rail.passedBy().name())));
    }

    @Override
    protected GuardRail read(ResultSet row, long id, int dataVersion) throws SQLException {
        return new GuardRail(
                id,
                row.getString("product"),
                row.getString("live_channel"),
                GuardRail.Kind.named(row.getString("kind")),
                row.getObject("percent", Integer.class),
                GuardRail.Mode.named(row.getString("mode")),
                row.getBoolean("cannot_say_blocks"),
                new Role(row.getString("passed_by")),
                dataVersion);
    }
}
