package dev.rehearsal.ui.people;

import dev.rehearsal.access.Action;
import dev.rehearsal.access.Permission;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Products;
import java.util.stream.Collectors;

/** A permission in words. */
final class PermissionWords {

    private static final Messages MESSAGES = Messages.beside(PermissionWords.class);

    private PermissionWords() {}

    static String name(Permission permission) {
        return permission.name().wireName();
    }

    /** Empty where nothing is narrowed; else such as <code>" (Heron, Petrel: create, modify)"</code>. */
    static String inBrackets(Permission permission) {
        String products = permission.products().stream().sorted().collect(Collectors.joining(", "));
        String actions = actions(permission);
        if (products.isEmpty() && actions.isEmpty()) {
            return "";
        }
        return " (" + products + (products.isEmpty() || actions.isEmpty() ? "" : ": ") + actions + ")";
    }

    /** Such as "create, modify for every product". */
    static String sentence(Permission permission) {
        String actions = actions(permission);
        String products = permission.products().stream().sorted().collect(Collectors.joining(", "));
        String what = actions.isEmpty() ? MESSAGES.get("permission.everything") : actions;
        return permission.name().narrowedByProduct()
                ? MESSAGES.get("permission.said", what, Products.named(products.isEmpty() ? null : products))
                : what;
    }

    private static String actions(Permission permission) {
        return permission.actions().stream().sorted().map(Action::wireName).collect(Collectors.joining(", "));
    }
}
