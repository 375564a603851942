package dev.rehearsal.staging;

import org.jspecify.annotations.Nullable;

/**
 * Which requests on a live channel, and on its partners' {@code L-cck-…}, a rule's channel can match.
 *
 * <p>Two patterns with equal reach are interchangeable for that channel, however they are spelled.
 */
final class ChannelReach {

    /** Matches the channel itself, and through the fallback all its partners. */
    private static final String WHOLE_CHANNEL = "*";

    /** A Balrog fact: shorter patterns with a star match nothing. */
    private static final int SHORTEST_GLOB = 3;

    private ChannelReach() {}

    /** The part of the channel's requests that the pattern matches, in a normal form; null for none. */
    static @Nullable String of(@Nullable String pattern, String live) {
        if (pattern == null || pattern.equals(live)) {
            return WHOLE_CHANNEL;
        }
        String partners = live + "-cck-";
        if (!pattern.endsWith("*")) {
            return pattern.startsWith(partners) ? "=" + pattern : null;
        }
        if (pattern.length() < SHORTEST_GLOB) {
            return null;
        }
        String prefix = pattern.substring(0, pattern.length() - 1);
        if (live.startsWith(prefix)) {
            return WHOLE_CHANNEL;
        }
        if (partners.startsWith(prefix)) {
            return "^" + partners;
        }
        return prefix.startsWith(partners) ? "^" + prefix : null;
    }

    static boolean matches(@Nullable String pattern, String live) {
        return of(pattern, live) != null;
    }
}
