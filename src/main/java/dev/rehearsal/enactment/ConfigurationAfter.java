package dev.rehearsal.enactment;

import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.RoleGrant;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.change.RowKind;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what a set makes of requirements, gates, mappings, permissions and roles. */
final class ConfigurationAfter {

    private ConfigurationAfter() {}

    static ApprovalContext of(ApprovalContext now, List<Change> changes) {
        Map<Actor, Person> people = new HashMap<>(now.people());
        RowKinds.PERMISSIONS
                .in(changes)
                .forEach(change -> people.compute(
                        new Actor(change.latest().person()),
                        (actor, known) -> permitted(
                                known == null ? now.person(actor) : known,
                                change.latest().permission().name(),
                                change.after() == null ? null : change.after().permission())));
        RowKinds.ROLES
                .in(changes)
                .forEach(change -> people.compute(
                        new Actor(change.latest().person()),
                        (actor, known) -> holding(
                                known == null ? now.person(actor) : known,
                                change.latest().role(),
                                change.after() != null)));
        return new ApprovalContext(
                        people,
                        new SignoffPolicy(
                                after(now.policy().forChannels(), RowKinds.REQUIREMENTS, changes),
                                after(now.policy().forPermissions(), RowKinds.PERMISSION_REQUIREMENTS, changes),
                                after(now.policy().urgent(), RowKinds.URGENT_ROLES, changes)),
                        after(now.gates(), RowKinds.GATES, changes),
                        after(now.mappings(), RowKinds.MAPPINGS, changes),
                        now.shutoffs(),
                        now.signoffs(),
                        now.guardHistory())
                .withRails(after(now.rails(), RowKinds.GUARD_RAILS, changes));
    }

    private static <R> List<R> after(List<R> rows, RowKind<R> kind, List<Change> changes) {
        List<R> after = new ArrayList<>(rows);
        kind.in(changes).forEach(change -> {
            after.removeIf(row -> !change.key().isNew() && kind.key(row).equals(change.key()));
            if (change.after() != null) {
                after.add(change.after());
            }
        });
        return after;
    }

    /** With the last permission go all roles. */
    private static Person permitted(Person person, PermissionName name, @Nullable Permission becomes) {
        Map<PermissionName, Permission> permissions = new HashMap<>(person.permissions());
        permissions.remove(name);
        if (becomes != null) {
            permissions.put(name, becomes);
        }
        return new Person(
                person.id(),
                person.name(),
                permissions,
                permissions.isEmpty() ? Map.of() : person.grants(),
                person.automation());
    }

    private static Person holding(Person person, Role role, boolean holds) {
        Map<Role, RoleGrant> grants = new HashMap<>(person.grants());
        grants.remove(role);
        if (holds) {
            grants.put(role, RoleGrant.UNKNOWN);
        }
        return new Person(person.id(), person.name(), person.permissions(), grants, person.automation());
    }
}
