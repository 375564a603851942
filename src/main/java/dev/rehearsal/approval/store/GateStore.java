package dev.rehearsal.approval.store;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.ledger.Write;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Reads and writes gates; each write leaves a history row. */
@Repository
public class GateStore {

    private static final RowMapper<Gate> GATE = (row, number) -> new Gate(
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            new Role(row.getString(4)),
            row.getInt(5),
            channels(row.getString(6)),
            row.getInt(7));

    private final JdbcClient jdbc;

    public GateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By id. */
    public List<Gate> all() {
        return jdbc.sql("select id, product, live_channel, role, passes_required, test_channels, data_version"
                        + " from gates order by id")
                .query(GATE)
                .list();
    }

    /** As it was once the set was enacted. */
    public Optional<Gate> writtenBy(long changeSet) {
        return jdbc
                .sql("select gate_id, product, live_channel, role, passes_required, test_channels, data_version"
                        + " from gates_history where change_set_id = ? and data_version is not null"
                        + " order by change_id desc")
                .param(changeSet)
                .query(GATE)
                .list()
                .stream()
                .findFirst();
    }

    /** @return the gate with the id that it got */
    public Gate insert(Write write, Gate gate, int dataVersion) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into gates (product, live_channel, role, passes_required, test_channels, data_version)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(gate.product())
                .param(gate.liveChannel())
                .param(gate.role().name())
                .param(gate.passesRequired())
                .param(String.join(",", gate.testChannels()))
                .param(dataVersion)
                .update(key, "id");
        Gate inserted = new Gate(
                Objects.requireNonNull(key.getKey()).longValue(),
                gate.product(),
                gate.liveChannel(),
                gate.role(),
                gate.passesRequired(),
                gate.testChannels(),
                dataVersion);
        history(write, inserted.id(), inserted);
        return inserted;
    }

    public void update(Write write, Gate gate) {
        jdbc.sql("update gates set product = ?, live_channel = ?, role = ?, passes_required = ?, test_channels = ?,"
                        + " data_version = ? where id = ?")
                .param(gate.product())
                .param(gate.liveChannel())
                .param(gate.role().name())
                .param(gate.passesRequired())
                .param(String.join(",", gate.testChannels()))
                .param(gate.dataVersion())
                .param(gate.id())
                .update();
        history(write, gate.id(), gate);
    }

    public void delete(Write write, long id) {
        jdbc.sql("delete from gates where id = ?").param(id).update();
        history(write, id, null);
    }

    private void history(Write write, long id, @Nullable Gate gate) {
        jdbc.sql(
                        "insert into gates_history (changed_by, changed_at, change_set_id, gate_id, product, live_channel, role,"
                                + " passes_required, test_channels, data_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(write.by().name())
                .param(write.at().toEpochMilli())
                .param(write.changeSet())
                .param(id)
                .param(gate == null ? null : gate.product())
                .param(gate == null ? null : gate.liveChannel())
                .param(gate == null ? null : gate.role().name())
                .param(gate == null ? null : gate.passesRequired())
                .param(gate == null ? null : String.join(",", gate.testChannels()))
                .param(gate == null ? null : gate.dataVersion())
                .update();
    }

    private static List<String> channels(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(",", -1));
    }
}
