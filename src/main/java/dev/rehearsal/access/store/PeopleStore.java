package dev.rehearsal.access.store;

import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.PermissionOptions;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.RoleGrant;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.problem.RefusedException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Reads and writes permissions and roles; each write leaves a history row. */
@Repository
public class PeopleStore {

    private static final RowMapper<Held> HELD =
            (row, number) -> new Held(row.getString(1), row.getString(2), row.getString(3), row.getInt(4));
    private static final String GRANTS =
            "select person, role, grant_id, given_by, given_at, confirmed_by from user_roles";
    private static final RowMapper<Labelled> LABELLED = (row, number) -> {
        String confirmedBy = row.getString(6);
        return new Labelled(
                row.getString(1),
                new Role(row.getString(2)),
                new RoleGrant(
                        row.getLong(3),
                        new Actor(row.getString(4)),
                        Instant.ofEpochMilli(row.getLong(5)),
                        confirmedBy == null ? null : new Actor(confirmedBy)));
    };

    private final JdbcClient jdbc;
    private final PersonStore persons;

    public PeopleStore(JdbcClient jdbc, PersonStore persons) {
        this.jdbc = jdbc;
        this.persons = persons;
    }

    private record Held(String person, String permission, String options, int dataVersion) {}

    private record Labelled(String person, Role role, RoleGrant grant) {}

    /** Returns all, by name. */
    public List<Person> all() {
        return people(
                jdbc.sql("select person, permission, options, data_version from permissions")
                        .query(HELD)
                        .list(),
                jdbc.sql(GRANTS).query(LABELLED).list(),
                persons.all());
    }

    public Person find(String name) {
        List<Person> found = people(
                jdbc.sql("select person, permission, options, data_version from permissions where person = ?")
                        .param(name)
                        .query(HELD)
                        .list(),
                jdbc.sql(GRANTS + " where person = ?")
                        .param(name)
                        .query(LABELLED)
                        .list(),
                persons.find(name).map(id -> Map.of(name, id)).orElse(Map.of()));
        return found.isEmpty() ? Person.nobody(name) : found.getFirst();
    }

    public int holders(Role role) {
        return jdbc.sql("select count(*) from user_roles where role = ?")
                .param(role.name())
                .query(Integer.class)
                .single();
    }

    /** Writes the permission; somebody who had nothing yet begins with it. */
    public void put(Write write, String person, Permission permission) {
        persons.begin(write, person);
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
        permissionHistory(write, person, permission.name(), options, permission.dataVersion());
    }

    public void remove(Write write, String person, PermissionName permission) {
        jdbc.sql("delete from permissions where person = ? and permission = ?")
                .params(person, permission.wireName())
                .update();
        permissionHistory(write, person, permission, null, null);
    }

    public void addRole(Write write, String person, Role role) {
        addRole(write, person, role, new RoleGrant(0, write.by(), write.at(), null));
    }

    /**
     * Gives a role as somebody is known to have given it.
     *
     * @return the number of this giving of it, whatever the grant says
     */
    public long addRole(Write write, String person, Role role, RoleGrant given) {
        persons.begin(write, person);
        Actor confirmedBy = given.confirmedBy();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into user_roles (person, role, data_version, given_by, given_at, confirmed_by)"
                        + " values (?, ?, 1, ?, ?, ?)")
                .param(person)
                .param(role.name())
                .param(given.by().name())
                .param(given.at().toEpochMilli())
                .param(confirmedBy == null ? null : confirmedBy.name())
                .update(key, "grant_id");
        long grant = Objects.requireNonNull(key.getKey()).longValue();
        roleHistory(write, person, role, new RoleGrant(grant, given.by(), given.at(), confirmedBy));
        return grant;
    }

    public void confirmRole(Write write, String person, Role role, RoleGrant grant) {
        jdbc.sql("update user_roles set confirmed_by = ? where grant_id = ?")
                .params(write.by().name(), grant.grant())
                .update();
        roleHistory(write, person, role, new RoleGrant(grant.grant(), grant.by(), grant.at(), write.by()));
    }

    public void removeRole(Write write, String person, Role role) {
        jdbc.sql("delete from user_roles where person = ? and role = ?")
                .params(person, role.name())
                .update();
        roleHistory(write, person, role, null);
    }

    private void permissionHistory(
            Write write,
            String person,
            PermissionName permission,
            @Nullable String options,
            @Nullable Integer dataVersion) {
        jdbc.sql("insert into permissions_history (changed_by, changed_at, change_set_id, person, permission, options,"
                        + " data_version) values (?, ?, ?, ?, ?, ?, ?)")
                .param(write.by().name())
                .param(write.at().toEpochMilli())
                .param(write.changeSet())
                .param(person)
                .param(permission.wireName())
                .param(options)
                .param(dataVersion)
                .update();
    }

    private void roleHistory(Write write, String person, Role role, @Nullable RoleGrant grant) {
        jdbc.sql("insert into user_roles_history (changed_by, changed_at, change_set_id, person, role, data_version,"
                        + " grant_id, given_by, given_at, confirmed_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(write.by().name())
                .param(write.at().toEpochMilli())
                .param(write.changeSet())
                .param(person)
                .param(role.name())
                .param(grant == null ? null : (Integer) 1)
                .param(grant == null ? null : (Long) grant.grant())
                .param(grant == null ? null : grant.by().name())
                .param(grant == null ? null : (Long) grant.at().toEpochMilli())
                .param(
                        grant == null || grant.confirmedBy() == null
                                ? null
                                : grant.confirmedBy().name())
                .update();
    }

    /** What is wrong in the table is a fault of the server's, whatever somebody asks for. */
    private static Permission permission(Held row) {
        try {
            PermissionName name = PermissionName.named(row.permission()).orElseThrow();
            return PermissionOptions.parse(name, row.options(), row.dataVersion());
        } catch (NoSuchElementException | RefusedException wrong) {
            throw new IllegalStateException(
                    "The permission '%s' of %s cannot be read from its table: %s"
                            .formatted(row.permission(), row.person(), row.options()),
                    wrong);
        }
    }

    private static List<Person> people(List<Held> held, List<Labelled> labelled, Map<String, PersonId> ids) {
        Map<String, Map<PermissionName, Permission>> permissions = new HashMap<>();
        for (Held row : held) {
            Permission permission = permission(row);
            permissions.computeIfAbsent(row.person(), person -> new HashMap<>()).put(permission.name(), permission);
        }
        Map<String, Map<Role, RoleGrant>> grants = new HashMap<>();
        for (Labelled row : labelled) {
            grants.computeIfAbsent(row.person(), person -> new HashMap<>()).put(row.role(), row.grant());
        }
        TreeSet<String> names = new TreeSet<>(permissions.keySet());
        names.addAll(grants.keySet());
        return names.stream()
                .map(name -> new Person(
                        ids.getOrDefault(name, PersonId.NONE),
                        name,
                        permissions.getOrDefault(name, Map.of()),
                        grants.getOrDefault(name, Map.of()),
                        false))
                .toList();
    }
}
