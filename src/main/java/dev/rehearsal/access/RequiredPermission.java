package dev.rehearsal.access;

import org.jspecify.annotations.Nullable;

/**
 * A permission that is required for what somebody is about to do.
 *
 * @param action null where the permission knows no actions
 * @param product null where it is about every product
 */
public record RequiredPermission(
        PermissionName permission,
        @Nullable Action action,
        @Nullable String product) {

    /** Something about who may do what, which is never for some products only. */
    public static RequiredPermission onPeople(Action action) {
        return new RequiredPermission(PermissionName.PERMISSION, action, null);
    }

    /** Returns what a person reads who lacks the permission. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("permission '").append(permission.wireName()).append('\'');
        if (action != null) {
            text.append(" with action '").append(action.wireName()).append('\'');
        }
        if (permission.narrowedByProduct()) {
            text.append(product == null ? " for every product" : " for product '" + product + "'");
        }
        return text.toString();
    }
}
