package dev.rehearsal.history.store;

import dev.rehearsal.access.Action;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.ledger.HistoryTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who was permitted what, and held which role. */
@Repository
public class PeopleHistory {

    private final JdbcClient jdbc;

    public PeopleHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record HeldPermission(String person, Permission permission) {}

    public record HeldRole(String person, Role role) {}

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
                (row, number) -> new HeldRole(row.getString("person"), new Role(row.getString("role"))));
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
