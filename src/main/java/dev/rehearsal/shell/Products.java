package dev.rehearsal.shell;

import org.jspecify.annotations.Nullable;

/** How a product is called where null stands for all of them. */
public final class Products {

    private Products() {}

    public static String named(@Nullable String product) {
        return product == null ? "every product" : product;
    }
}
