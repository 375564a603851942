package dev.rehearsal.serve;

import org.jspecify.annotations.Nullable;

/**
 * The identity of a node is what it says of itself at {@code /__version__}.
 *
 * @param version of the program
 * @param commit that it was built from; null where the build did not know
 * @param allowListHash SHA-256 of its allow-list file in hex, by which nodes that differ are found; null where it has
 *     none
 */
public record NodeIdentity(
        String name,
        @Nullable String version,
        @Nullable String commit,
        @Nullable String allowListHash) {}
