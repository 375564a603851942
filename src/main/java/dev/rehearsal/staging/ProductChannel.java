package dev.rehearsal.staging;

import org.jspecify.annotations.Nullable;

/**
 * One product on one live channel: what a fingerprint is taken of.
 *
 * @param product null for any product that neither rules nor pins name; all of these are answered alike
 */
public record ProductChannel(@Nullable String product, String channel) {

    /** What verdicts name for any product that neither rules nor pins name; no product can be called so. */
    public static final String ANY_OTHER = "*";

    /** Returns how people name it, such as {@code Firefox on release}. */
    @Override
    public String toString() {
        return (product == null ? "any other product" : product) + " on " + channel;
    }
}
