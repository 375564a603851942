package dev.rehearsal.approval;

import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionGuard;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.RoleFloor;
import dev.rehearsal.approval.store.RequiredSignoffStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps enough holders of a role for what must be signed with it, and permissions from being changed unsigned. */
@Component
class RequiredSigners implements RoleFloor, PermissionGuard {

    private final RequiredSignoffStore store;

    RequiredSigners(RequiredSignoffStore store) {
        this.store = store;
    }

    @Override
    public int requiredOf(Role role) {
        return policy().largestOf(role);
    }

    @Override
    public boolean needsSignoff(@Nullable Permission before, @Nullable Permission after) {
        return !needed(before).isEmpty() || !needed(after).isEmpty();
    }

    private Requirements needed(@Nullable Permission permission) {
        return permission == null ? Requirements.NONE : policy().ofPermission(permission.products());
    }

    private SignoffPolicy policy() {
        return new SignoffPolicy(store.forChannels(), store.forPermissions());
    }
}
