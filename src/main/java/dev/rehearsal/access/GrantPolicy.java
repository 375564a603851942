package dev.rehearsal.access;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides who may give somebody else a way in, or a role: that needs what granting all that this person holds would need,
 * or nobody's rights would be safe from whoever may hand out a token.
 */
@Component
class GrantPolicy {

    private final Access access;
    private final RoleSupply supply;
    private final ObjectProvider<PermissionGuard> guards;

    GrantPolicy(Access access, RoleSupply supply, ObjectProvider<PermissionGuard> guards) {
        this.access = access;
        this.supply = supply;
        this.guards = guards;
    }

    boolean needsSignoff(@Nullable Permission before, @Nullable Permission after) {
        return guards.stream().anyMatch(guard -> guard.needsSignoff(before, after));
    }

    /**
     * @param what the person would get: a token or a password
     * @throws RefusedException unless it is one's own, or needs nothing that the giver does not have
     */
    void requireToEquip(Actor by, Action action, Person person, String what) {
        if (!by.name().equals(person.name())) {
            access.require(
                    by, List.of(RequiredPermission.onPeople(action), RequiredPermission.onPeople(Action.CREATE)));
            refuseUnsigned(person, person.roles(), "a " + what, insertion(what, person));
        }
    }

    /** @throws RefusedException unless the giver may grant all that the person has, and no signoff is needed for it */
    void requireToGiveRole(Actor by, Person person, Role role) {
        access.require(by, RequiredPermission.onPeople(Action.CREATE));
        refuseUnsigned(
                person,
                Set.of(role),
                "the role '" + role + "'",
                insertion("role", person).put("role", role.name()));
    }

    /** @throws RefusedException unless this is another holder of the permission than the giver, and not the person */
    void requireToConfirm(Actor by, String person, Actor giver) {
        access.require(by, RequiredPermission.onPeople(Action.CREATE));
        if (by.equals(giver) || by.name().equals(person)) {
            throw RefusedException.forbidden(
                    "%s cannot confirm this: somebody must who neither gave it nor got it".formatted(by));
        }
    }

    /** Whether giving somebody else a way in takes signoffs, so that a change set must carry it. */
    boolean needsSignoffs(Actor by, Person person) {
        return !by.name().equals(person.name()) && whySigned(person, person.roles()) != null;
    }

    /** Whether giving the role takes signoffs, so that a change set must carry it. */
    boolean needsSignoffs(Person person, Role role) {
        return whySigned(person, Set.of(role)) != null;
    }

    private void refuseUnsigned(Person person, Collection<Role> roles, String what, ObjectNode change) {
        String why = whySigned(person, roles);
        if (why != null) {
            throw RefusedException.invalid(
                    "",
                    "%s for %s needs the signoffs that permissions need, because %s: it must be scheduled in a change set and"
                                    .formatted(what, person.name(), why)
                            + " signed, with POST /api/change_sets and the change " + change);
        }
    }

    private @Nullable String whySigned(Person person, Collection<Role> roles) {
        for (Permission permission : person.permissions().values()) {
            if (needsSignoff(null, permission)) {
                return "the permission '%s' of %s does"
                        .formatted(permission.name().wireName(), person.name());
            }
        }
        boolean anySignoffs = needsSignoff(null, Permission.unrestricted(PermissionName.ADMIN));
        return roles.stream()
                .sorted()
                .filter(role -> anySignoffs && supply.isNeeded(role))
                .findFirst()
                .map("gates or requirements name the role '%s'"::formatted)
                .orElse(null);
    }

    /** Returns how a change set says it. */
    private static ObjectNode insertion(String object, Person person) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("object", object)
                .put("change_type", "insert")
                .put("username", person.name());
    }
}
