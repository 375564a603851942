package dev.rehearsal.access;

import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.KeyedTable;
import dev.rehearsal.ledger.RowTable;
import dev.rehearsal.ledger.VersionHistory;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.problem.RefusedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;

/**
 * Keeps the people, with their permissions and roles. Writes are parts of a larger one and ask nobody: {@link Grants}
 * asks first.
 */
@Service
public class People {

    private final PeopleStore store;
    private final VersionHistory versions;
    private final Departures departures;
    private final BootstrapToken bootstrap;
    private final SystemAccounts systemAccounts;
    private final RoleSupply supply;

    People(
            PeopleStore store,
            VersionHistory versions,
            Departures departures,
            BootstrapToken bootstrap,
            SystemAccounts systemAccounts,
            RoleSupply supply) {
        this.store = store;
        this.versions = versions;
        this.departures = departures;
        this.bootstrap = bootstrap;
        this.systemAccounts = systemAccounts;
        this.supply = supply;
    }

    /** As the caller's transaction sees them; somebody unknown is a person without anything. */
    public Person find(Actor actor) {
        return bootstrap.isHolder(actor) ? bootstrapPerson(actor) : find(actor.name());
    }

    /** All, by name; without the holder of the bootstrap token, who is not in the tables. */
    public List<Person> all() {
        return store.all().stream().map(systemAccounts::marked).toList();
    }

    /** Returns how many people hold a role. */
    public int holders(Role role) {
        return store.holders(role);
    }

    /**
     * Gives the permission, or replaces what the person has of that name. The version that it carries does not count: it
     * is stored with the next one.
     *
     * @throws RefusedException if nobody can be called this
     */
    public Permission put(Write write, String person, Permission permission) {
        PersonName.checked(person);
        Permission next = permission.at(nextVersion(person, permission.name()));
        store.put(write, person, next);
        SecurityLog.tell(
                write,
                SecurityEvent.Kind.PERMISSION_GIVEN,
                person,
                "%s %s".formatted(next.name().wireName(), PermissionOptions.write(next)));
        return next;
    }

    @Configuration(proxyBeanMethods = false)
    static class Tables {

        @Bean
        RowTable<HeldPermission> permissionTable(People people) {
            return new KeyedTable<>(
                    HeldPermission.class,
                    () -> people.everybody().stream()
                            .flatMap(Person::heldPermissions)
                            .toList(),
                    people::check,
                    people::versioned,
                    (write, held) -> people.put(write, held.person(), held.permission()),
                    (write, held) -> people.remove(
                            write, held.person(), held.permission().name()));
        }

        @Bean
        RowTable<HeldRole> roleTable(People people) {
            return new KeyedTable<>(
                    HeldRole.class,
                    () -> people.everybody().stream().flatMap(Person::heldRoles).toList(),
                    people::check,
                    held -> new HeldRole(
                            held.person(), people.find(held.person()).id(), held.role(), 0),
                    (write, held) -> people.giveRole(write, held.person(), held.role()),
                    (write, held) -> people.removeRole(write, held.person(), held.role()));
        }
    }

    private void check(@Nullable HeldRole before, HeldRole after) {
        if (before != null) {
            throw RefusedException.invalid("change_type", "must be insert or delete: a role is held or it is not");
        }
        PersonName.checked(after.person());
        PersonName.checked(after.role());
        refuseWithoutPermission(find(after.person()));
    }

    private static void refuseWithoutPermission(Person holder) {
        if (holder.permissions().isEmpty()) {
            throw RefusedException.invalid(
                    "", "a role is for somebody with a permission: %s has none yet".formatted(holder.name()));
        }
    }

    private void check(@Nullable HeldPermission before, HeldPermission after) {
        if (before == null && !Person.canBeCalled(after.person())) {
            throw RefusedException.invalid(
                    "username", "must be a name that people can have, of at most 100 characters");
        }
        checkIfNew(after.person());
    }

    /** @throws RefusedException if this would be somebody new whom nobody could tell from somebody else */
    void checkIfNew(String person) {
        if (!find(person).isKnown()) {
            PersonName.checkNew(person);
        }
    }

    private HeldPermission versioned(HeldPermission held) {
        int version = nextVersion(held.person(), held.permission().name());
        return new HeldPermission(held.person(), held.permission().at(version));
    }

    /** Returns the version after all that a permission of this name has had, whether somebody has it or not. */
    private int nextVersion(String person, PermissionName permission) {
        return versions.next("permissions_history", Map.of("person", person, "permission", permission.wireName()));
    }

    /**
     * Takes a permission away. With the last one go all roles (a Balrog fact), all tokens, the password and the open
     * sessions: whoever gets this name next is another person.
     *
     * @return what cannot be met without this person, and could not before
     * @throws RefusedException if the person does not have it, or if too few would hold a role
     */
    public List<String> remove(Write write, String person, PermissionName permission) {
        Person before = find(person);
        if (!before.permissions().containsKey(permission)) {
            throw RefusedException.notFound("%s has no permission '%s'".formatted(person, permission.wireName()));
        }
        boolean last = before.permissions().size() == 1;
        List<String> warnings = last ? refuseShortage(before, before.roles()) : List.of();
        store.remove(write, person, permission);
        SecurityLog.tell(write, SecurityEvent.Kind.PERMISSION_TAKEN, person, permission.wireName());
        if (last) {
            departures.end(write, before);
        }
        return warnings;
    }

    /**
     * Does nothing for somebody who holds it already.
     *
     * @return whether it is new
     * @throws RefusedException if the person has no permission (a Balrog fact)
     */
    public boolean giveRole(Write write, String person, Role role) {
        Person holder = find(person);
        if (holder.holds(PersonName.checked(role))) {
            return false;
        }
        refuseWithoutPermission(holder);
        store.addRole(write, person, role);
        SecurityLog.tell(write, SecurityEvent.Kind.ROLE_GIVEN, person, role.name());
        return true;
    }

    /**
     * Takes a role away.
     *
     * @return what cannot be met without this person, and could not before
     * @throws RefusedException if the person does not hold it, or if too few others would
     */
    public List<String> removeRole(Write write, String person, Role role) {
        Person holder = find(person);
        grant(holder, role);
        List<String> warnings = refuseShortage(holder, Set.of(role));
        store.removeRole(write, person, role);
        SecurityLog.tell(write, SecurityEvent.Kind.ROLE_TAKEN, person, role.name());
        return warnings;
    }

    /** Says that this one stands for the grant, too. */
    void confirmRole(Write write, Person holder, Role role) {
        store.confirmRole(write, holder.name(), role, grant(holder, role));
        SecurityLog.tell(write, SecurityEvent.Kind.ROLE_CONFIRMED, holder.name(), role.name());
    }

    /** @throws RefusedException if the person does not hold it */
    RoleGrant grant(Person holder, Role role) {
        RoleGrant grant = holder.grants().get(role);
        if (grant == null) {
            throw RefusedException.notFound("%s does not hold the role '%s'".formatted(holder.name(), role));
        }
        return grant;
    }

    private List<String> refuseShortage(Person loser, Set<Role> roles) {
        List<Person> before = all();
        List<Person> after = before.stream()
                .map(person -> person.name().equals(loser.name()) ? person.without(roles) : person)
                .toList();
        return supply.refuseShortage(before, after, loser, roles);
    }

    /**
     * Imports them as a dataset has them: with whatever roles, and with the numbers that it knows them by.
     *
     * @return the number of each giving of a role by the one that the dataset knows it by
     */
    public Map<Long, Long> importAll(Write write, Collection<Person> people) {
        Map<Long, Long> grants = new HashMap<>();
        // Who is known by a number gets it before anybody else can.
        people.stream()
                .sorted(Comparator.comparing(person -> person.id().equals(PersonId.NONE)))
                .forEach(person -> {
                    PersonName.checked(person.name());
                    departures.begin(write, person);
                    person.permissions().values().forEach(permission -> store.put(write, person.name(), permission));
                    person.sortedRoles()
                            .forEach(role -> grants.put(
                                    person.grantOf(role), importRole(write, person, PersonName.checked(role))));
                });
        grants.remove(RoleGrant.UNKNOWN.grant());
        return grants;
    }

    private long importRole(Write write, Person person, Role role) {
        RoleGrant known = Objects.requireNonNull(person.grants().get(role));
        RoleGrant given = known.equals(RoleGrant.UNKNOWN) ? new RoleGrant(0, write.by(), write.at(), null) : known;
        return store.addRole(write, person.name(), role, given);
    }

    /** Keeps that somebody of this number was there elsewhere, so that nobody who comes here becomes them. */
    public void importGone(Write write, PersonId gone, String name) {
        departures.importGone(write, gone, name);
    }

    private Person find(String name) {
        return systemAccounts.marked(store.find(name));
    }

    /** Returns all people, and the holder of the bootstrap token where there is one. */
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
