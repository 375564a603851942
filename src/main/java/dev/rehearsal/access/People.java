package dev.rehearsal.access;

import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.journal.Actor;
import dev.rehearsal.journal.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Who there is, with which permissions and roles. */
@Service
public class People {

    private final PeopleStore store;
    private final BootstrapToken bootstrap;

    People(PeopleStore store, BootstrapToken bootstrap) {
        this.store = store;
        this.bootstrap = bootstrap;
    }

    /** As the caller's transaction sees them; somebody unknown is a person without anything. */
    public Person find(Actor actor) {
        return bootstrap.isHolder(actor) ? bootstrapPerson(actor) : store.find(actor.name());
    }

    /** All, by name; without the holder of the bootstrap token, who is not in the tables. */
    public List<Person> all() {
        return store.all();
    }

    /** The same with the holder of the bootstrap token, where there is one. */
    public List<Person> everybody() {
        List<Person> everybody = new ArrayList<>(all());
        bootstrap.holder().ifPresent(actor -> everybody.add(bootstrapPerson(actor)));
        return everybody;
    }

    /** Within a larger write, by whoever has checked who may. */
    public void put(Entry entry, String person, Permission permission) {
        store.put(entry, person, permission);
    }

    /** Within a larger write; who loses the last permission loses all roles (a Balrog fact). */
    public void remove(Entry entry, String person, PermissionName permission) {
        store.remove(entry, person, permission);
        Person left = store.find(person);
        if (left.permissions().isEmpty()) {
            left.sortedRoles().forEach(role -> store.removeRole(entry, person, role));
        }
    }

    private static Person bootstrapPerson(Actor actor) {
        Permission everything = new Permission(PermissionName.ADMIN, Set.of(), Set.of(), 1);
        return new Person(actor.name(), Map.of(PermissionName.ADMIN, everything), Set.of(), true);
    }
}
