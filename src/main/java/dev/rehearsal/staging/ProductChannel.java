package dev.rehearsal.staging;

import org.jspecify.annotations.Nullable;

/**
 * One product on one live channel: what a fingerprint is taken of.
 *
 * @param product null for any product that neither rules nor pins name; all of these are answered alike
 */
public record ProductChannel(@Nullable String product, String channel) {

    /** Returns how people name it, such as {@code Firefox on release}. */
    @Override
    public String toString() {
        return (product == null ? "any other product" : product) + " on " + channel;
    }
}
