package dev.rehearsal.access;

import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.journal.Actor;
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

    private static Person bootstrapPerson(Actor actor) {
        Permission everything = new Permission(PermissionName.ADMIN, Set.of(), Set.of(), 1);
        return new Person(actor.name(), Map.of(PermissionName.ADMIN, everything), Set.of(), true);
    }
}
