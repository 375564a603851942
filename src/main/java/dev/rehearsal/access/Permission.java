package dev.rehearsal.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One grant. An absent option does not restrict (a Balrog fact).
 *
 * @param actions empty for all
 * @param products empty for all
 */
public record Permission(PermissionName name, Set<Action> actions, Set<String> products, int dataVersion) {

    public Permission {
        actions = Set.copyOf(actions);
        products = Set.copyOf(products);
    }

    public static Permission unrestricted(PermissionName name) {
        return new Permission(name, Set.of(), Set.of(), 1);
    }

    Permission at(int version) {
        return new Permission(name, actions, products, version);
    }

    /** @param product null where the row is about every product: a grant for some products never covers that */
    boolean covers(@Nullable Action action, @Nullable String product) {
        boolean named = actions.isEmpty() || action == null || actions.contains(action);
        return named && coversProduct(product);
    }

    boolean coversProduct(@Nullable String product) {
        return products.isEmpty() || (product != null && products.contains(product));
    }
}
