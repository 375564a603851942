package dev.rehearsal.history.store;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.UrgentRole;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.HistoryTable;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what had to be signed, and what was signed. */
@Repository
public class SignoffHistory {

    private static final RowMapper<RequiredSignoff> FOR_CHANNELS = (row, number) -> new RequiredSignoff(
            row.getString("product"),
            row.getString("channel"),
            new Role(row.getString("role")),
            row.getInt("signoffs_required"),
            row.getInt("data_version"));

    private static final RowMapper<PermissionSignoff> FOR_PERMISSIONS = (row, number) -> new PermissionSignoff(
            row.getString("product"),
            new Role(row.getString("role")),
            row.getInt("signoffs_required"),
            row.getInt("data_version"));

    private final JdbcClient jdbc;

    public SignoffHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public HistoryTable<RequiredSignoff> requiredForChannels() {
        return table("required_signoffs_history", FOR_CHANNELS, "product", "channel", "role");
    }

    public HistoryTable<PermissionSignoff> requiredForPermissions() {
        return table("permission_signoffs_history", FOR_PERMISSIONS, "product", "role");
    }

    public HistoryTable<UrgentRole> urgentRoles() {
        return table(
                "urgent_roles_history",
                (row, number) -> new UrgentRole(
                        row.getString("product"),
                        row.getString("channel"),
                        new Role(row.getString("role")),
                        row.getInt("data_version")),
                "product",
                "channel",
                "role");
    }

    /** The signoffs that sets had which were still to be enacted then, in the order in which they were given. */
    public Map<ChangeSetId, List<Signoff>> ofOpenSetsAt(Instant time) {
        Map<ChangeSetId, List<Signoff>> signoffs = new HashMap<>();
        jdbc.sql(
                        "select h.set_id, h.person, h.role, h.changed_at from signoffs_history h"
                                + " join (select max(change_id) as change_id from signoffs_history where changed_at <= ?"
                                + " and set_id in (select id from change_sets where created_at <= ?"
                                + " and (ended_at is null or ended_at > ?)) group by set_id, person) in_force"
                                + " on in_force.change_id = h.change_id where h.role is not null order by h.changed_at, h.person")
                .params(time.toEpochMilli(), time.toEpochMilli(), time.toEpochMilli())
                .query(row -> {
                    signoffs.computeIfAbsent(new ChangeSetId(row.getLong(1)), set -> new ArrayList<>())
                            .add(new Signoff(
                                    new Actor(row.getString(2)),
                                    new Role(row.getString(3)),
                                    Instant.ofEpochMilli(row.getLong(4)),
                                    null,
                                    Map.of(),
                                    0,
                                    null,
                                    null));
                });
        return signoffs;
    }

    private <T> HistoryTable<T> table(String name, RowMapper<T> content, String... key) {
        return new HistoryTable<>(jdbc, name, List.of(key), "change_set_id", content);
    }
}
