package dev.rehearsal.history.store;

import dev.rehearsal.access.Action;
import dev.rehearsal.access.HeldPermission;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.RoleGrant;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.HistoryTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads who was permitted what, and held which role. */
@Repository
public class PeopleHistory {

    private final JdbcClient jdbc;

    public PeopleHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record HeldRole(String person, Role role, RoleGrant grant) {}

    public HistoryTable<HeldPermission> permissions() {
        return new HistoryTable<>(
                jdbc,
                "permissions_history",
                List.of("person", "permission"),
                "change_set_id",
                (row, number) -> new HeldPermission(row.getString("person"), permission(row)));
    }

    public HistoryTable<HeldRole> roles() {
        return new HistoryTable<>(
                jdbc,
                "user_roles_history",
                List.of("person", "role"),
                "change_set_id",
                (row, number) -> new HeldRole(row.getString("person"), new Role(row.getString("role")), grant(row)));
    }

    /** Returns who was here, by name. */
    public Map<String, PersonId> idsAt(Instant time) {
        Map<String, PersonId> ids = new HashMap<>();
        jdbc.sql("select name, id from people where since <= ? and (until is null or until > ?) order by id")
                .params(time.toEpochMilli(), time.toEpochMilli())
                .query(row -> {
                    ids.put(row.getString(1), new PersonId(row.getLong(2)));
                });
        return ids;
    }

    private static RoleGrant grant(ResultSet row) throws SQLException {
        String confirmedBy = row.getString("confirmed_by");
        String givenBy = row.getString("given_by");
        return new RoleGrant(
                row.getLong("grant_id"),
                new Actor(givenBy == null ? "" : givenBy),
                Instant.ofEpochMilli(row.getLong("given_at")),
                confirmedBy == null ? null : new Actor(confirmedBy));
    }

    private static Permission permission(ResultSet row) throws SQLException {
        JsonNode options = JsonMapper.shared().readTree(row.getString("options"));
        Set<Action> actions = new HashSet<>();
        options.path("actions")
                .forEach(action -> Action.named(action.asString()).ifPresent(actions::add));
        Set<String> products = new HashSet<>();
        options.path("products").forEach(product -> products.add(product.asString()));
        return new Permission(
                PermissionName.named(row.getString("permission")).orElseThrow(),
                actions,
                products,
                row.getInt("data_version"));
    }
}
