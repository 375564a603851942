package dev.rehearsal.approval.store;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.ledger.NumberedRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps gates. */
@Repository
public class GateStore extends NumberedRows<Gate> {

    public GateStore(JdbcClient jdbc) {
        super(
                jdbc,
                "gates",
                "gate_id",
                List.of(
                        new Column<>("product", Gate::product),
                        new Column<>("live_channel", Gate::liveChannel),
                        new Column<>("role", gate -> gate.role().name()),
                        new Column<>("passes_required", Gate::passesRequired),
                        new Column<>("test_channels", gate -> String.join(",", gate.testChannels()))));
    }

    @Override
    protected Gate read(ResultSet row, long id, int dataVersion) throws SQLException {
        String channels = row.getString("test_channels");
        return new Gate(
                id,
                row.getString("product"),
                row.getString("live_channel"),
                new Role(row.getString("role")),
                row.getInt("passes_required"),
                channels.isEmpty() ? List.of() : List.of(channels.split(",", -1)),
                dataVersion);
    }
}
