package dev.rehearsal.access;

import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Entry;
import dev.rehearsal.problem.RefusedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Who there is, with which permissions and roles. Writes are parts of a larger one and ask nobody: {@link Grants} asks
 * first.
 */
@Service
public class People {

    private final PeopleStore store;
    private final BootstrapToken bootstrap;
    private final SystemAccounts systemAccounts;
    private final ObjectProvider<RoleFloor> floors;

    People(
            PeopleStore store,
            BootstrapToken bootstrap,
            SystemAccounts systemAccounts,
            ObjectProvider<RoleFloor> floors) {
        this.store = store;
        this.bootstrap = bootstrap;
        this.systemAccounts = systemAccounts;
        this.floors = floors;
    }

    /** As the caller's transaction sees them; somebody unknown is a person without anything. */
    public Person find(Actor actor) {
        return bootstrap.isHolder(actor) ? bootstrapPerson(actor) : find(actor.name());
    }

    /** All, by name; without the holder of the bootstrap token, who is not in the tables. */
    public List<Person> all() {
        return store.all().stream().map(systemAccounts::marked).toList();
    }

    /** How many people hold a role. */
    public int holders(Role role) {
        return store.holders(role);
    }

    /**
     * Gives the permission, or replaces what the person has of that name. The version that it carries does not count: it
     * is stored with the next one.
     *
     * @throws RefusedException if nobody can be called this
     */
    public Permission put(Entry entry, String person, Permission permission) {
        PersonName.checked(person);
        Permission before = find(person).permissions().get(permission.name());
        Permission next = permission.at(before == null ? 1 : before.dataVersion() + 1);
        store.put(entry, person, next);
        return next;
    }

    /**
     * Takes a permission away, and with the last one all roles (a Balrog fact).
     *
     * @throws RefusedException if the person does not have it, or if too few would hold a role
     */
    public void remove(Entry entry, String person, PermissionName permission) {
        Person before = find(person);
        if (!before.permissions().containsKey(permission)) {
            throw RefusedException.notFound("%s has no permission '%s'".formatted(person, permission.wireName()));
        }
        store.remove(entry, person, permission);
        if (before.permissions().size() == 1) {
            before.sortedRoles().forEach(role -> removeRole(entry, person, role));
        }
    }

    /**
     * Does nothing for somebody who holds it already.
     *
     * @return whether it is new
     * @throws RefusedException if the person has no permission (a Balrog fact)
     */
    boolean addRole(Entry entry, String person, Role role) {
        Person holder = find(person);
        if (holder.holds(PersonName.checked(role))) {
            return false;
        }
        if (holder.permissions().isEmpty()) {
            throw RefusedException.invalid(
                    "", "a role is for somebody with a permission: %s has none yet".formatted(person));
        }
        store.addRole(entry, person, role);
        return true;
    }

    /** @throws RefusedException if the person does not hold it, or if too few others would */
    void removeRole(Entry entry, String person, Role role) {
        if (!find(person).holds(role)) {
            throw RefusedException.notFound("%s does not hold the role '%s'".formatted(person, role));
        }
        int required =
                floors.stream().mapToInt(floor -> floor.requiredOf(role)).max().orElse(0);
        int remaining = holders(role) - 1;
        if (required > remaining) {
            throw RefusedException.invalid(
                    "",
                    "%d signoffs of the role '%s' are required somewhere, and without %s only %d could give one"
                            .formatted(required, role, person, remaining));
        }
        store.removeRole(entry, person, role);
    }

    /** As a dataset has them: at version 1, and with whatever roles. */
    public void importAll(Entry entry, Collection<Person> people) {
        for (Person person : people) {
            PersonName.checked(person.name());
            person.permissions().values().forEach(permission -> store.put(entry, person.name(), permission));
            person.sortedRoles().forEach(role -> store.addRole(entry, person.name(), PersonName.checked(role)));
        }
    }

    private Person find(String name) {
        return systemAccounts.marked(store.find(name));
    }

    /** The same with the holder of the bootstrap token, where there is one. */
    public List<Person> everybody() {
        List<Person> everybody = new ArrayList<>(all());
        bootstrap.holder().ifPresent(actor -> everybody.add(bootstrapPerson(actor)));
        return everybody;
    }

    private static Person bootstrapPerson(Actor actor) {
        Permission everything = Permission.unrestricted(PermissionName.ADMIN);
        return new Person(actor.name(), Map.of(PermissionName.ADMIN, everything), Set.of(), true);
    }
}
