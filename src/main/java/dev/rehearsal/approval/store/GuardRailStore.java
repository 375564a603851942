package dev.rehearsal.approval.store;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.ledger.Write;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Reads and writes guard rails; each write leaves a history row. */
@Repository
public class GuardRailStore {

    private static final String COLUMNS =
            "product, live_channel, kind, percent, mode, cannot_say_blocks, passed_by, data_version";

    /** Reads a row of the table, or of its history. */
    private static RowMapper<GuardRail> rows(String id) {
        return (row, number) -> new GuardRail(
                row.getLong(id),
                row.getString("product"),
                row.getString("live_channel"),
                GuardRail.Kind.named(row.getString("kind")),
                row.getObject("percent", Integer.class),
                GuardRail.Mode.named(row.getString("mode")),
                row.getBoolean("cannot_say_blocks"),
                new Role(row.getString("passed_by")),
                row.getInt("data_version"));
    }

    private final JdbcClient jdbc;

    public GuardRailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lists the rails by id. */
    public List<GuardRail> all() {
        return jdbc.sql("select id, " + COLUMNS + " from guard_rails order by id")
                .query(rows("id"))
                .list();
    }

    /** Finds the rail as it was once the set was enacted. */
    public Optional<GuardRail> writtenBy(long changeSet) {
        return jdbc
                .sql("select rail_id, " + COLUMNS + " from guard_rails_history where change_set_id = ?"
                        + " and data_version is not null order by change_id desc")
                .param(changeSet)
                .query(rows("rail_id"))
                .list()
                .stream()
                .findFirst();
    }

    /** @return the rail with the id that it got */
    public GuardRail insert(Write write, GuardRail rail, int dataVersion) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        bound(jdbc.sql("insert into guard_rails (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)"), rail)
                .param(dataVersion)
                .update(key, "id");
        GuardRail inserted = rail.numbered(Objects.requireNonNull(key.getKey()).longValue(), dataVersion);
        history(write, inserted.id(), inserted);
        return inserted;
    }

    public void update(Write write, GuardRail rail) {
        bound(
                        jdbc.sql(
                                "update guard_rails set product = ?, live_channel = ?, kind = ?, percent = ?, mode = ?,"
                                        + " cannot_say_blocks = ?, passed_by = ?, data_version = ? where id = ?"),
                        rail)
                .param(rail.dataVersion())
                .param(rail.id())
                .update();
        history(write, rail.id(), rail);
    }

    public void delete(Write write, long id) {
        jdbc.sql("delete from guard_rails where id = ?").param(id).update();
        history(write, id, null);
    }

    private void history(Write write, long id, @Nullable GuardRail rail) {
        JdbcClient.StatementSpec insert = jdbc.sql("insert into guard_rails_history (changed_by, changed_at,"
                        + " change_set_id, rail_id, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(write.by().name())
                .param(write.at().toEpochMilli())
                .param(write.changeSet())
                .param(id);
        bound(insert, rail).param(rail == null ? null : rail.dataVersion()).update();
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, @Nullable GuardRail rail) {
        return statement
                .param(rail == null ? null : rail.product())
                .param(rail == null ? null : rail.liveChannel())
                .param(rail == null ? null : rail.kind().wireName())
                .param(rail == null ? null : rail.percent())
                .param(rail == null ? null : rail.mode().wireName())
                .param(rail == null ? null : rail.cannotSayBlocks())
                .param(rail == null ? null : rail.passedBy().name());
    }
}
