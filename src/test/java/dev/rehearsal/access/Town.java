package dev.rehearsal.access;

import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.journal.Actor;
import dev.rehearsal.journal.Journal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The people of one empty database, with requirements that a test sets. */
final class Town {

    static final Actor ADMIN = new Actor("admin@example.org");

    private final TestDatabase database;
    private final Map<Role, Integer> required = new HashMap<>();
    private boolean guarded;
    final People people;
    final Access access;
    final Grants grants;

    Town(TestDatabase database, String... systemAccounts) {
        this.database = database;
        this.people = new People(
                database.bean(PeopleStore.class),
                new BootstrapToken(""),
                new SystemAccounts(Set.of(systemAccounts)),
                provider(RoleFloor.class, role -> required.getOrDefault(role, 0)));
        this.access = new Access(people);
        this.grants = new Grants(
                database.bean(Journal.class),
                access,
                people,
                provider(PermissionGuard.class, (before, after) -> guarded));
        with(ADMIN.name(), Permission.unrestricted(PermissionName.ADMIN));
    }

    /** Somebody who has these permissions from now on. */
    Actor with(String name, Permission... permissions) {
        database.write(entry -> {
            for (Permission permission : permissions) {
                people.put(entry, name, permission);
            }
            return entry;
        });
        return new Actor(name);
    }

    Actor holding(String name, String... roles) {
        Actor actor = with(name, rule());
        for (String role : roles) {
            grants.giveRole(ADMIN, name, new Role(role));
        }
        return actor;
    }

    void requires(String role, int signoffs) {
        required.put(new Role(role), signoffs);
    }

    void everyPermissionNeedsSignoff() {
        guarded = true;
    }

    Person person(String name) {
        return people.find(new Actor(name));
    }

    @Nullable
    Permission permission(String name, PermissionName permission) {
        return person(name).permissions().get(permission);
    }

    static Permission rule() {
        return Permission.unrestricted(PermissionName.RULE);
    }

    static Permission rule(String... products) {
        return new Permission(PermissionName.RULE, Set.of(), Set.of(products), 1);
    }

    static Permission permission(Action... actions) {
        return new Permission(PermissionName.PERMISSION, Set.of(actions), Set.of(), 1);
    }

    private static <T> ObjectProvider<T> provider(Class<T> type, T bean) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean(type.getSimpleName(), bean);
        return beans.getBeanProvider(type);
    }
}
