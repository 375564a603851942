package dev.rehearsal.access.store;

import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.PermissionOptions;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.ledger.Entry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes permissions and roles; each write leaves a history row. */
@Repository
public class PeopleStore {

    private static final RowMapper<Held> HELD =
            (row, number) -> new Held(row.getString(1), row.getString(2), row.getString(3), row.getInt(4));
    private static final RowMapper<Labelled> LABELLED =
            (row, number) -> new Labelled(row.getString(1), row.getString(2));

    private final JdbcClient jdbc;

    public PeopleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Held(String person, String permission, String options, int dataVersion) {}

    private record Labelled(String person, String role) {}

    /** By name. */
    public List<Person> all() {
        return people(
                jdbc.sql("select person, permission, options, data_version from permissions")
                        .query(HELD)
                        .list(),
                jdbc.sql("select person, role from user_roles").query(LABELLED).list());
    }

    public Person find(String name) {
        List<Person> found = people(
                jdbc.sql("select person, permission, options, data_version from permissions where person = ?")
                        .param(name)
                        .query(HELD)
                        .list(),
                jdbc.sql("select person, role from user_roles where person = ?")
                        .param(name)
                        .query(LABELLED)
                        .list());
        return found.isEmpty() ? Person.nobody(name) : found.getFirst();
    }

    public int holders(Role role) {
        return jdbc.sql("select count(*) from user_roles where role = ?")
                .param(role.name())
                .query(Integer.class)
                .single();
    }

    public void put(Entry entry, String person, Permission permission) {
        String options = PermissionOptions.write(permission).toString();
        int updated = jdbc.sql(
                        "update permissions set options = ?, data_version = ? where person = ? and permission = ?")
                .params(
                        options,
                        permission.dataVersion(),
                        person,
                        permission.name().wireName())
                .update();
        if (updated == 0) {
            jdbc.sql("insert into permissions (person, permission, options, data_version) values (?, ?, ?, ?)")
                    .params(person, permission.name().wireName(), options, permission.dataVersion())
                    .update();
        }
        permissionHistory(entry, person, permission.name(), options, permission.dataVersion());
    }

    public void remove(Entry entry, String person, PermissionName permission) {
        jdbc.sql("delete from permissions where person = ? and permission = ?")
                .params(person, permission.wireName())
                .update();
        permissionHistory(entry, person, permission, null, null);
    }

    public void addRole(Entry entry, String person, Role role) {
        jdbc.sql("insert into user_roles (person, role, data_version) values (?, ?, 1)")
                .params(person, role.name())
                .update();
        roleHistory(entry, person, role, 1);
    }

    public void removeRole(Entry entry, String person, Role role) {
        jdbc.sql("delete from user_roles where person = ? and role = ?")
                .params(person, role.name())
                .update();
        roleHistory(entry, person, role, null);
    }

    private void permissionHistory(
            Entry entry,
            String person,
            PermissionName permission,
            @Nullable String options,
            @Nullable Integer dataVersion) {
        jdbc.sql("insert into permissions_history (changed_by, changed_at, change_set_id, person, permission, options,"
                        + " data_version) values (?, ?, ?, ?, ?, ?, ?)")
                .param(entry.by().name())
                .param(entry.at().toEpochMilli())
                .param(entry.changeSet())
                .param(person)
                .param(permission.wireName())
                .param(options)
                .param(dataVersion)
                .update();
    }

    private void roleHistory(Entry entry, String person, Role role, @Nullable Integer dataVersion) {
        jdbc.sql("insert into user_roles_history (changed_by, changed_at, change_set_id, person, role, data_version)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(entry.by().name())
                .param(entry.at().toEpochMilli())
                .param(entry.changeSet())
                .param(person)
                .param(role.name())
                .param(dataVersion)
                .update();
    }

    private static List<Person> people(List<Held> held, List<Labelled> labelled) {
        Map<String, Map<PermissionName, Permission>> permissions = new HashMap<>();
        for (Held row : held) {
            PermissionName name = PermissionName.named(row.permission()).orElseThrow();
            permissions
                    .computeIfAbsent(row.person(), person -> new HashMap<>())
                    .put(name, PermissionOptions.parse(name, row.options(), row.dataVersion()));
        }
        Map<String, Set<Role>> roles = new HashMap<>();
        for (Labelled row : labelled) {
            roles.computeIfAbsent(row.person(), person -> new HashSet<>()).add(new Role(row.role()));
        }
        TreeSet<String> names = new TreeSet<>(permissions.keySet());
        names.addAll(roles.keySet());
        return names.stream()
                .map(name -> new Person(
                        name, permissions.getOrDefault(name, Map.of()), roles.getOrDefault(name, Set.of()), false))
                .toList();
    }
}
