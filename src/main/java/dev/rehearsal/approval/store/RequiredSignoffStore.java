package dev.rehearsal.approval.store;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.ledger.Write;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes requirements; each write leaves a history row. */
@Repository
public class RequiredSignoffStore {

    private final JdbcClient jdbc;

    public RequiredSignoffStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<RequiredSignoff> forChannels() {
        return jdbc.sql("select product, channel, role, signoffs_required, data_version from required_signoffs"
                        + " order by product, channel, role")
                .query((row, number) -> new RequiredSignoff(
                        row.getString(1), row.getString(2), new Role(row.getString(3)), row.getInt(4), row.getInt(5)))
                .list();
    }

    public List<PermissionSignoff> forPermissions() {
        return jdbc.sql("select product, role, signoffs_required, data_version from permission_signoffs"
                        + " order by product, role")
                .query((row, number) -> new PermissionSignoff(
                        row.getString(1), new Role(row.getString(2)), row.getInt(3), row.getInt(4)))
                .list();
    }

    /** Inserts or replaces. */
    public void put(Write write, RequiredSignoff required) {
        delete(required);
        jdbc.sql("insert into required_signoffs (product, channel, role, signoffs_required, data_version)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        required.product(),
                        required.channel(),
                        required.role().name(),
                        required.count(),
                        required.dataVersion())
                .update();
        history(write, required, required.count(), required.dataVersion());
    }

    public void remove(Write write, RequiredSignoff required) {
        delete(required);
        history(write, required, null, null);
    }

    /** Inserts or replaces. */
    public void put(Write write, PermissionSignoff required) {
        delete(required);
        jdbc.sql("insert into permission_signoffs (product, role, signoffs_required, data_version) values (?, ?, ?, ?)")
                .params(required.product(), required.role().name(), required.count(), required.dataVersion())
                .update();
        history(write, required, required.count(), required.dataVersion());
    }

    public void remove(Write write, PermissionSignoff required) {
        delete(required);
        history(write, required, null, null);
    }

    private void delete(RequiredSignoff required) {
        jdbc.sql("delete from required_signoffs where product = ? and channel = ? and role = ?")
                .params(required.product(), required.channel(), required.role().name())
                .update();
    }

    private void delete(PermissionSignoff required) {
        jdbc.sql("delete from permission_signoffs where product = ? and role = ?")
                .params(required.product(), required.role().name())
                .update();
    }

    private void history(
            Write write, RequiredSignoff required, @Nullable Integer count, @Nullable Integer dataVersion) {
        jdbc.sql("insert into required_signoffs_history (changed_by, changed_at, change_set_id, product, channel, role,"
                        + " signoffs_required, data_version) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(write.by().name())
                .param(write.at().toEpochMilli())
                .param(write.changeSet())
                .param(required.product())
                .param(required.channel())
                .param(required.role().name())
                .param(count)
                .param(dataVersion)
                .update();
    }

    private void history(
            Write write, PermissionSignoff required, @Nullable Integer count, @Nullable Integer dataVersion) {
        jdbc.sql("insert into permission_signoffs_history (changed_by, changed_at, change_set_id, product, role,"
                        + " signoffs_required, data_version) values (?, ?, ?, ?, ?, ?, ?)")
                .param(write.by().name())
                .param(write.at().toEpochMilli())
                .param(write.changeSet())
                .param(required.product())
                .param(required.role().name())
                .param(count)
                .param(dataVersion)
                .update();
    }

    /** Returns when each product got its first requirement, gate or guard rail; under an empty text every product did. */
    public Map<String, Instant> firstGuarded() {
        Map<String, Instant> first = new HashMap<>();
        jdbc.sql("select g.product, min(g.changed_at) from"
                        + " (select product, changed_at from required_signoffs_history where data_version is not null"
                        + " union all select coalesce(product, ''), changed_at from gates_history"
                        + " where data_version is not null"
                        + " union all select coalesce(product, ''), changed_at from guard_rails_history"
                        + " where data_version is not null) g group by g.product")
                .query(row -> {
                    first.put(row.getString(1), Instant.ofEpochMilli(row.getLong(2)));
                });
        return first;
    }
}
