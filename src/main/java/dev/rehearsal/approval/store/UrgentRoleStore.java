package dev.rehearsal.approval.store;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.UrgentRole;
import dev.rehearsal.ledger.Write;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes urgent roles; each write leaves a history row. */
@Repository
public class UrgentRoleStore {

    private final JdbcClient jdbc;

    public UrgentRoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<UrgentRole> all() {
        return jdbc.sql("select product, channel, role, data_version from urgent_roles order by product, channel, role")
                .query((row, number) ->
                        new UrgentRole(row.getString(1), row.getString(2), new Role(row.getString(3)), row.getInt(4)))
                .list();
    }

    /** Inserts or replaces. */
    public void put(Write write, UrgentRole urgent) {
        delete(urgent);
        jdbc.sql("insert into urgent_roles (product, channel, role, data_version) values (?, ?, ?, ?)")
                .params(urgent.product(), urgent.channel(), urgent.role().name(), urgent.dataVersion())
                .update();
        history(write, urgent, urgent.dataVersion());
    }

    public void remove(Write write, UrgentRole urgent) {
        delete(urgent);
        history(write, urgent, null);
    }

    private void delete(UrgentRole urgent) {
        jdbc.sql("delete from urgent_roles where product = ? and channel = ? and role = ?")
                .params(urgent.product(), urgent.channel(), urgent.role().name())
                .update();
    }

    private void history(Write write, UrgentRole urgent, @Nullable Integer dataVersion) {
        jdbc.sql("insert into urgent_roles_history (changed_by, changed_at, change_set_id, product, channel, role,"
                        + " data_version) values (?, ?, ?, ?, ?, ?, ?)")
                .param(write.by().name())
                .param(write.at().toEpochMilli())
                .param(write.changeSet())
                .param(urgent.product())
                .param(urgent.channel())
                .param(urgent.role().name())
                .param(dataVersion)
                .update();
    }
}
