package dev.rehearsal.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody, or some automation, who may do something: a person exists through permissions and roles.
 *
 * @param grants by the role that each gives
 * @param automation a configured system account: it never signs (a Balrog fact)
 */
public record Person(
        PersonId id,
        String name,
        Map<PermissionName, Permission> permissions,
        Map<Role, RoleGrant> grants,
        boolean automation) {

    public Person {
        permissions = Map.copyOf(permissions);
        grants = Map.copyOf(grants);
    }

    /** Makes somebody of whom no table knows, with roles that nobody is known to have given. */
    public Person(String name, Map<PermissionName, Permission> permissions, Set<Role> roles, boolean automation) {
        this(
                PersonId.NONE,
                name,
                permissions,
                roles.stream().collect(Collectors.toMap(role -> role, role -> RoleGrant.UNKNOWN)),
                automation);
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
        return new Person(id, name, permissions, grants, true);
    }

    /** Returns the same person without these roles. */
    Person without(Set<Role> roles) {
        Map<Role, RoleGrant> kept = new HashMap<>(grants);
        kept.keySet().removeAll(roles);
        return new Person(id, name, permissions, kept, automation);
    }

    public Set<Role> roles() {
        return grants.keySet();
    }

    /** An {@code admin} permission for some products stands for everything else that is held (a Balrog fact). */
    public boolean may(RequiredPermission required) {
        Permission admin = permissions.get(PermissionName.ADMIN);
        if (admin != null) {
            return admin.coversProduct(required.product());
        }
        Permission held = permissions.get(required.permission());
        return held != null && held.covers(required.action(), required.product());
    }

    public Stream<HeldPermission> heldPermissions() {
        return permissions.values().stream().map(permission -> new HeldPermission(name, permission));
    }

    public Stream<HeldRole> heldRoles() {
        return grants.entrySet().stream()
                .map(held ->
                        new HeldRole(name, id, held.getKey(), held.getValue().grant()));
    }

    public boolean holds(Role role) {
        return grants.containsKey(role);
    }

    /** Returns which giving of the role this person holds; a negative number for none. */
    public long grantOf(Role role) {
        RoleGrant grant = grants.get(role);
        return grant == null ? -1 : grant.grant();
    }

    /** Returns which giving of each role this person holds. */
    public Map<Role, Long> grantNumbers() {
        return grants.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, held -> held.getValue().grant()));
    }

    /** Returns all, by name. */
    public SortedSet<Role> sortedRoles() {
        return new TreeSet<>(grants.keySet());
    }

    public boolean isKnown() {
        return !permissions.isEmpty() || !grants.isEmpty();
    }
}
