package dev.rehearsal.staging;

import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.UpdateQuery;
import org.jspecify.annotations.Nullable;

/**
 * The reach of a rule's channel is which requests on a live channel, and on its partners' {@code L-cck-…}, it can
 * match.
 *
 * <p>Two patterns with equal reach are interchangeable for that channel, however they are spelled.
 */
final class ChannelReach {

    /** Matches the channel itself, and through the fallback all its partners. */
    private static final String WHOLE_CHANNEL = "*";

    private ChannelReach() {}

    /** The part of the channel's requests that the pattern matches, in a normal form; null for none. */
    static @Nullable String of(@Nullable String pattern, String live) {
        if (pattern == null || pattern.equals(live)) {
            return WHOLE_CHANNEL;
        }
        ChannelPattern channels = ChannelPattern.of(pattern);
        if (!channels.canMatchLiveChannel(live)) {
            return null;
        }
        if (channels.matches(live, UpdateQuery.fallbackOf(live))) {
            return WHOLE_CHANNEL;
        }
        if (!channels.isGlob()) {
            return "=" + channels.stem();
        }
        String partners = live + "-cck-";
        return "^" + (channels.stem().length() < partners.length() ? partners : channels.stem());
    }

    static boolean matches(@Nullable String pattern, String live) {
        return pattern == null || ChannelPattern.of(pattern).canMatchLiveChannel(live);
    }
}
