package dev.rehearsal.access;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.problem.RefusedException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives and takes permissions and roles at once, as far as that needs no signoff. */
@Service
public class Grants {

    /** Roles are given and taken but never changed, so none has another (a Balrog fact). */
    public static final int ROLE_VERSION = 1;

    private final WriteLock writeLock;
    private final Access access;
    private final People people;
    private final GrantPolicy policy;

    Grants(WriteLock writeLock, Access access, People people, GrantPolicy policy) {
        this.writeLock = writeLock;
        this.access = access;
        this.people = people;
        this.policy = policy;
    }

    /** @throws RefusedException unless somebody asks for themselves, or may see what others have */
    public void requireView(Actor by, String person) {
        if (!by.name().equals(person)) {
            access.require(by, RequiredPermission.onPeople(Action.VIEW));
        }
    }

    /** @throws RefusedException unless this is somebody who may see what everybody has */
    public void requireViewOfAll(Actor by) {
        access.require(by, RequiredPermission.onPeople(Action.VIEW));
    }

    /** @throws RefusedException if the person has it already, among others */
    public Permission give(Actor by, String person, Permission permission) {
        return write(by, write -> {
            access.require(by, RequiredPermission.onPeople(Action.CREATE));
            if (held(person, permission.name()) != null) {
                throw RefusedException.conflict("%s has the permission '%s' already"
                        .formatted(person, permission.name().wireName()));
            }
            refuseUnsigned(person, null, permission);
            people.checkIfNew(person);
            return people.put(write, person, permission);
        });
    }

    /** @param permission with the version that whoever changes it has seen */
    public Permission change(Actor by, String person, Permission permission) {
        return write(by, write -> {
            access.require(by, RequiredPermission.onPeople(Action.MODIFY));
            Permission before = current(person, permission.name(), permission.dataVersion());
            refuseUnsigned(person, before, permission);
            return people.put(write, person, permission);
        });
    }

    /**
     * Takes a permission away, with whatever goes with the last one. Locking somebody out waits for no signoff.
     *
     * @return what cannot be met then
     */
    public List<String> take(Actor by, String person, PermissionName name, int dataVersion) {
        return write(by, write -> {
            access.require(by, RequiredPermission.onPeople(Action.DELETE));
            current(person, name, dataVersion);
            return people.remove(write, person, name);
        });
    }

    /**
     * Does nothing for somebody who holds it already.
     *
     * @return whether it is new
     */
    public boolean giveRole(Actor by, String person, Role role) {
        return write(by, write -> {
            policy.requireToGiveRole(by, people.find(new Actor(person)), role);
            return people.giveRole(write, person, role);
        });
    }

    /** Whether the role is given by a change set only, since that takes signoffs. */
    public boolean needsSignoffs(String person, Role role) {
        return policy.needsSignoffs(people.find(new Actor(person)), role);
    }

    /**
     * Confirms that the person shall hold the role.
     *
     * @throws RefusedException unless this is another holder of the permission than whoever gave it
     */
    public void confirmRole(Actor by, String person, Role role) {
        write(by, write -> {
            Person holder = people.find(new Actor(person));
            access.require(by, RequiredPermission.onPeople(Action.CREATE));
            policy.requireToConfirm(by, person, people.grant(holder, role).by());
            people.confirmRole(write, holder, role);
            return role;
        });
    }

    /**
     * Takes a role away.
     *
     * @param dataVersion always {@link #ROLE_VERSION} for a caller who has looked
     * @return what cannot be met then
     */
    public List<String> takeRole(Actor by, String person, Role role, int dataVersion) {
        return write(by, write -> {
            access.require(by, RequiredPermission.onPeople(Action.DELETE));
            if (dataVersion != ROLE_VERSION) {
                throw outdated(ROLE_VERSION, dataVersion);
            }
            return people.removeRole(write, person, role);
        });
    }

    private <T> T write(Actor by, Function<Write, T> work) {
        return writeLock.write(by, WriteKind.QUEUE, work);
    }

    private @Nullable Permission held(String person, PermissionName name) {
        return people.find(new Actor(person)).permissions().get(name);
    }

    private Permission current(String person, PermissionName name, int dataVersion) {
        Permission current = held(person, name);
        if (current == null) {
            throw RefusedException.notFound("%s has no permission '%s'".formatted(person, name.wireName()));
        }
        if (current.dataVersion() != dataVersion) {
            throw outdated(current.dataVersion(), dataVersion);
        }
        return current;
    }

    private void refuseUnsigned(String person, @Nullable Permission before, Permission after) {
        if (policy.needsSignoff(before, after)) {
            throw RefusedException.invalid(
                    "",
                    "permission '%s' of %s needs signoff: schedule it"
                            .formatted(after.name().wireName(), person));
        }
    }

    private static RefusedException outdated(int current, int seen) {
        return RefusedException.invalid(
                "data_version",
                "this permission is at data_version %d by now, not %d: look at it again before changing it"
                        .formatted(current, seen));
    }
}
