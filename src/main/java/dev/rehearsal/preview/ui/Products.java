package dev.rehearsal.preview.ui;

import org.jspecify.annotations.Nullable;

/** How a product is called where null stands for all of them. */
final class Products {

    private Products() {}

    static String named(@Nullable String product) {
        return product == null ? "every product" : product;
    }
}
