package dev.rehearsal.change;

import dev.rehearsal.access.Grants;
import dev.rehearsal.access.HeldRole;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.access.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Roles of people, which are given and taken. */
public final class RoleKind extends RowKind<HeldRole> {

    private static final String USERNAME = "username";
    private static final String ROLE = "role";

    RoleKind() {
        super(
                ROLE,
                PermissionName.PERMISSION,
                HeldRole.class,
                held -> null,
                held -> Grants.ROLE_VERSION,
                List.of(
                        Column.key(USERNAME, HeldRole::person),
                        Column.key(ROLE, held -> held.role().name())));
    }

    /** Returns the proposal to give somebody a role that they do not hold. */
    public Proposal.ChangeRow<HeldRole> give(String person, Role role) {
        HeldRole held = new HeldRole(person, PersonId.NONE, role, 0);
        return new Proposal.ChangeRow<>(this, key(held), Proposal.Row.NONE_YET, null, held);
    }

    @Override
    public String name(HeldRole held) {
        return "role '%s' of %s".formatted(held.role(), held.person());
    }

    @Override
    Stake stake(HeldRole held) {
        return new Stake.OfPerson(held.person(), held.role());
    }

    @Override
    public HeldRole read(RowFields fields) {
        return new HeldRole(fields.text(USERNAME), PersonId.NONE, new Role(fields.text(ROLE)), 0);
    }

    @Override
    public String missing(RowKey key) {
        return "%s does not hold the role '%s'".formatted(person(key), role(key));
    }

    @Override
    String present(RowKey key) {
        return "%s holds the role '%s' already".formatted(person(key), role(key));
    }

    @Override
    public String title(RowKey key, Proposal.Row expected, @Nullable HeldRole becomes) {
        return (becomes == null ? "Take the role %s from %s" : "Give the role %s to %s")
                .formatted(role(key), person(key));
    }

    private static Object person(RowKey key) {
        return key.columns().getOrDefault(USERNAME, "");
    }

    private static Object role(RowKey key) {
        return key.columns().getOrDefault(ROLE, "");
    }
}
