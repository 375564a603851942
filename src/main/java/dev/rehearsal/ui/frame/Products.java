package dev.rehearsal.ui.frame;

import org.jspecify.annotations.Nullable;

/** How a product is called where null stands for all of them. */
public final class Products {

    private static final Messages MESSAGES = Messages.beside(Products.class);

    private Products() {}

    public static String named(@Nullable String product) {
        return product == null ? MESSAGES.get("product.every") : product;
    }
}
