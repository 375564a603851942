package dev.rehearsal.ui.frame;

import org.jspecify.annotations.Nullable;

/** Names a product where null stands for all of them. */
public final class Products {

    private static final Messages MESSAGES = Messages.beside(Products.class);

    private Products() {}

    public static String named(@Nullable String product) {
        return product == null ? MESSAGES.get("product.every") : product;
    }
}
