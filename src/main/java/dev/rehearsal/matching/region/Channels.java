package dev.rehearsal.matching.region;

import dev.rehearsal.matching.ChannelPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of channels that rules tell apart: each that is named, its partners' channels, those that begin as a star
 * asks and go on as no rule does, and all others.
 */
final class Channels {

    private static final String PARTNER_MARK = "-cck-";
    private static final String CONTINUATIONS = "xzqwyvkjhgubmfpdtlcrnaoesi0123456789XZQWYVKJHGUBMFPDTLCRNAOESI_";

    private final TreeSet<String> names = new TreeSet<>();
    private final TreeSet<String> stems = new TreeSet<>();
    private boolean complete = true;

    /** @param asked the channels of rules, as they stand there */
    Channels(Collection<String> asked) {
        for (String text : asked) {
            ChannelPattern pattern = ChannelPattern.of(text);
            // A glob ends at a newline, so that names with one are of kinds of their own.
            complete &= text.indexOf('\n') < 0;
            // A slash ends what a URL says as channel.
            if (!pattern.matchesNothing() && text.indexOf('/') < 0) {
                (pattern.isGlob() ? stems : names).add(pattern.stem());
            }
        }
    }

    /** Whether the kinds hold every channel that a client may be on. */
    boolean isComplete() {
        return complete;
    }

    List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (String name : names) {
            kinds.add(Kind.named(name, name));
            add(continued(name + PARTNER_MARK), partnersOf(name), kinds);
        }
        for (String stem : stems) {
            add(continued(stem), "others that begin with " + stem, kinds);
        }
        String other = continued("");
        if (other == null) {
            complete = false;
        } else {
            kinds.add(Kind.other(other));
        }
        return kinds;
    }

    private void add(@Nullable String channel, String name, List<Kind> kinds) {
        if (channel == null) {
            complete = false;
        } else {
            kinds.add(Kind.named(channel, name));
        }
    }

    /** Whether a name, told as a kind, is that of one partner's channel. */
    static boolean isOfAPartner(String name) {
        return name.indexOf(PARTNER_MARK) > 0 && name.indexOf(' ') < 0;
    }

    /** Whether a kind is of partners of a channel, named or not. */
    static boolean isOfAPartnerOf(String channel, String name) {
        return name.equals(partnersOf(channel)) || name.startsWith(channel + PARTNER_MARK);
    }

    static String partnersOf(String channel) {
        return "partners of " + channel;
    }

    /** Returns a channel that begins so and goes on as nothing that a rule names does; null where all letters are taken. */
    private @Nullable String continued(String start) {
        for (char next : CONTINUATIONS.toCharArray()) {
            if (!begins(names, start + next) && !begins(stems, start + next)) {
                return start + next;
            }
        }
        return null;
    }

    private static boolean begins(TreeSet<String> texts, String start) {
        String first = texts.ceiling(start);
        return first != null && first.startsWith(start);
    }
}
