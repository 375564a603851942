package dev.rehearsal.access;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Somebody, or some automation, who may do something: a person exists through permissions and roles.
 *
 * @param automation a configured system account: it never signs (a Balrog fact)
 */
public record Person(String name, Map<PermissionName, Permission> permissions, Set<Role> roles, boolean automation) {

    public Person {
        permissions = Map.copyOf(permissions);
        roles = Set.copyOf(roles);
    }

    /** A person without any permission or role. */
    public static Person nobody(String name) {
        return new Person(name, Map.of(), Set.of(), false);
    }

    /** Whether somebody can have this name: 1 to 100 characters, without spaces at the ends, and not taken by the program. */
    public static boolean canBeCalled(String name) {
        return PersonName.problem(name) == null;
    }

    Person asAutomation() {
        return new Person(name, permissions, roles, true);
    }

    /** An {@code admin} permission for some products stands for everything else that is held (a Balrog fact). */
    public boolean may(Deed deed) {
        Permission admin = permissions.get(PermissionName.ADMIN);
        if (admin != null) {
            return admin.coversProduct(deed.product());
        }
        Permission held = permissions.get(deed.permission());
        return held != null && held.covers(deed.action(), deed.product());
    }

    public boolean holds(Role role) {
        return roles.contains(role);
    }

    /** By name. */
    public SortedSet<Role> sortedRoles() {
        return new TreeSet<>(roles);
    }

    public boolean isKnown() {
        return !permissions.isEmpty() || !roles.isEmpty();
    }
}
