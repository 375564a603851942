package dev.rehearsal.change;

import java.util.List;
import java.util.Optional;

/** Lists all tables whose rows change sets replace. */
public final class RowKinds {

    public static final ShutoffKind SHUTOFFS = new ShutoffKind();
    public static final MappingKind MAPPINGS = new MappingKind();
    public static final GateKind GATES = new GateKind();
    public static final FreezeWindowKind FREEZE_WINDOWS = new FreezeWindowKind();
    public static final GuardRailKind GUARD_RAILS = new GuardRailKind();
    public static final RequirementKind REQUIREMENTS = new RequirementKind();
    public static final UrgentRoleKind URGENT_ROLES = new UrgentRoleKind();
    public static final PermissionRequirementKind PERMISSION_REQUIREMENTS = new PermissionRequirementKind();
    public static final PermissionKind PERMISSIONS = new PermissionKind();

    public static final RoleKind ROLES = new RoleKind();
    public static final TokenKind TOKENS = new TokenKind();
    public static final PasswordKind PASSWORDS = new PasswordKind();

    /** In the order in which sentences list them. */
    public static final List<RowKind<?>> ALL = List.of(
            SHUTOFFS,
            MAPPINGS,
            GATES,
            FREEZE_WINDOWS,
            GUARD_RAILS,
            REQUIREMENTS,
            URGENT_ROLES,
            PERMISSION_REQUIREMENTS,
            PERMISSIONS,
            ROLES,
            TOKENS,
            PASSWORDS);

    private RowKinds() {}

    public static Optional<RowKind<?>> named(String word) {
        return ALL.stream()
                .<RowKind<?>>map(kind -> kind)
                .filter(kind -> kind.word().equals(word))
                .findFirst();
    }
}
