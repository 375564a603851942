package dev.rehearsal.access;

import dev.rehearsal.access.store.MirroredPeopleStore;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.ledger.Write;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Makes people hold what they hold at a source that is followed: Balrog's permissions, and roles. What Balrog does not have
 * they hold by themselves, and so does whoever is not known there.
 */
@Service
public class MirroredPeople {

    private final PeopleStore store;
    private final MirroredPeopleStore mirrored;
    private final Departures departures;

    MirroredPeople(PeopleStore store, MirroredPeopleStore mirrored, Departures departures) {
        this.store = store;
        this.mirrored = mirrored;
        this.departures = departures;
    }

    /** Whether somebody can be kept under this name. */
    public static boolean canBe(String name, Collection<Role> roles) {
        return Person.canBeCalled(name)
                && !PersonName.isOfProgram(name)
                && roles.stream()
                        .allMatch(role -> !role.name().isBlank() && role.name().length() <= 50);
    }

    /** Returns those that the source knows, with what it says of them. */
    public List<Person> all() {
        Set<String> names = mirrored.all();
        return store.all().stream()
                .filter(person -> names.contains(person.name()))
                .toList();
    }

    public void become(Write write, Collection<Person> source) {
        Set<String> gone = new HashSet<>(mirrored.all());
        for (Person person : source) {
            if (!gone.remove(person.name())) {
                mirrored.add(person.name());
            }
            give(write, store.find(person.name()), person);
        }
        for (String name : gone) {
            leave(write, store.find(name));
            mirrored.remove(name);
        }
    }

    private void give(Write write, Person here, Person there) {
        there.permissions().values().stream()
                .filter(permission -> !permission.equals(here.permissions().get(permission.name())))
                .forEach(permission -> store.put(write, there.name(), permission));
        here.permissions().keySet().stream()
                .filter(PermissionName::isOfBalrog)
                .filter(name -> !there.permissions().containsKey(name))
                .forEach(name -> store.remove(write, there.name(), name));
        there.sortedRoles().stream()
                .filter(role -> !here.holds(role))
                .forEach(role -> store.addRole(write, there.name(), role));
        here.sortedRoles().stream()
                .filter(role -> !there.holds(role))
                .forEach(role -> store.removeRole(write, there.name(), role));
    }

    private void leave(Write write, Person here) {
        here.permissions().keySet().stream()
                .filter(PermissionName::isOfBalrog)
                .forEach(name -> store.remove(write, here.name(), name));
        if (here.permissions().keySet().stream().allMatch(PermissionName::isOfBalrog)) {
            departures.end(write, here);
        } else {
            here.sortedRoles().forEach(role -> store.removeRole(write, here.name(), role));
        }
    }
}
