package dev.rehearsal.matching;

/**
 * The channels that a rule, a blob's condition or a required signoff is about: one name, or all that begin alike
 * ({@code release*}).
 *
 * <p>Only a final star means anything, and only where at least two characters precede it: {@code *} and {@code a*}
 * match no channel (a Balrog fact). Everything before the star is taken literally.
 */
public final class ChannelPattern {

    private static final int SHORTEST_GLOB = 3;
    private static final String PARTNER_MARK = "-cck-";

    private enum Kind {
        NAME,
        PREFIX,
        NOTHING
    }

    private final Kind kind;
    private final String text;
    private final String stem;

    private ChannelPattern(Kind kind, String text, String stem) {
        this.kind = kind;
        this.text = text;
        this.stem = stem;
    }

    public static ChannelPattern of(String text) {
        if (!text.endsWith("*")) {
            return new ChannelPattern(Kind.NAME, text, text);
        }
        Kind kind = text.length() < SHORTEST_GLOB ? Kind.NOTHING : Kind.PREFIX;
        return new ChannelPattern(kind, text, text.substring(0, text.length() - 1));
    }

    /** Whether this is exactly the channel, or begins it; a partner's channel does not stand for its main one here. */
    public boolean matches(String channel) {
        return switch (kind) {
            case NAME -> channel.equals(text);
            case PREFIX -> channel.startsWith(stem) && isOnOneLine(channel);
            case NOTHING -> false;
        };
    }

    /** Whether the channel of a query or, for a partner's channel, the one that it falls back to matches. */
    public boolean matches(String channel, String fallbackChannel) {
        return matches(channel) || matches(fallbackChannel);
    }

    /** Whether there is a query on a live channel, or on a partner's {@code LIVE-cck-…}, that this matches. */
    public boolean canMatchLiveChannel(String live) {
        String partners = live + PARTNER_MARK;
        return matches(live)
                || matches(UpdateQuery.fallbackOf(live))
                || switch (kind) {
                    case NAME -> text.startsWith(partners);
                    case PREFIX -> partners.startsWith(stem) || stem.startsWith(partners);
                    case NOTHING -> false;
                };
    }

    /** Whether there is a query that both match, be it on a partner's channel. */
    public boolean overlaps(ChannelPattern other) {
        if (kind == Kind.NOTHING || other.kind == Kind.NOTHING) {
            return false;
        }
        if (kind == Kind.NAME) {
            return other.canMatchLiveChannel(text);
        }
        return other.kind == Kind.NAME
                ? canMatchLiveChannel(other.text)
                : stem.startsWith(other.stem) || other.stem.startsWith(stem);
    }

    /** Stars with too little before them; Balrog saves them, and they match no channel (a Balrog fact). */
    public boolean matchesNothing() {
        return kind == Kind.NOTHING;
    }

    public boolean isGlob() {
        return kind != Kind.NAME;
    }

    /** The channel, or what all matching channels begin with. */
    public String stem() {
        return stem;
    }

    /** Balrog's glob ends at the first newline, unless that is the last character. */
    private boolean isOnOneLine(String channel) {
        int newline = channel.indexOf('\n', stem.length());
        return newline < 0 || newline == channel.length() - 1;
    }

    /** Returns the text as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
