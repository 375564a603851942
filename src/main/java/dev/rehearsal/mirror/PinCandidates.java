package dev.rehearsal.mirror;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.enactment.MirroredKind;
import dev.rehearsal.matching.UpdateQuery;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The pins that there may be. Balrog lists none, but tells of each that is asked for: asked for are the versions of its
 * releases on the channels that its rules and shutoffs name, all of them for the first copy, and later some in turn beside
 * those that are known. On a partner's channel it answers by the pins of the channel before that, so only these are asked for.
 */
final class PinCandidates {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,5})\\.(\\d{1,5})");

    /** Major versions of which there may be pins without a release. */
    private static final int MOST_MAJORS = 100;

    private final int atOnce;
    private final Deque<Pins.Key> turn = new ArrayDeque<>();

    /** @param atOnce how many are asked for in one look beside those that are known */
    PinCandidates(int atOnce) {
        this.atOnce = atOnce;
    }

    /** Returns the next ones in turn. */
    Collection<Pins.Key> next(Listing listing, Function<String, String> versions) {
        if (turn.isEmpty()) {
            turn.addAll(all(listing, versions));
        }
        Set<Pins.Key> next = new LinkedHashSet<>();
        while (next.size() < atOnce && !turn.isEmpty()) {
            next.add(turn.remove());
        }
        return next;
    }

    /** @param versions the version that a release is of, by its name */
    static Set<Pins.Key> all(Listing listing, Function<String, String> versions) {
        Map<String, Set<String>> channels = channels(listing);
        Map<String, TreeSet<Integer>> majors = new HashMap<>();
        Set<Pins.Key> all = new LinkedHashSet<>();
        listing.of(MirroredKind.RELEASES).forEach((name, line) -> {
            String product = line.path("product").asString("");
            Matcher numbers = NUMBERS.matcher(versions.apply(name));
            if (numbers.lookingAt()) {
                majors.computeIfAbsent(product, unseen -> new TreeSet<>()).add(Integer.valueOf(numbers.group(1)));
                for (String channel : channelsOf(product, channels)) {
                    all.add(new Pins.Key(product, channel, numbers.group(1) + "." + numbers.group(2) + "."));
                }
            }
        });
        majors.forEach((product, known) -> {
            for (int major = Math.max(known.first(), known.last() - MOST_MAJORS); major <= known.last(); major++) {
                for (String channel : channelsOf(product, channels)) {
                    all.add(new Pins.Key(product, channel, major + "."));
                }
            }
        });
        return all;
    }

    private static Set<String> channelsOf(String product, Map<String, Set<String>> channels) {
        Set<String> named = new TreeSet<>(channels.getOrDefault(product, Set.of()));
        named.addAll(channels.getOrDefault("", Set.of()));
        return named;
    }

    /** By product; under an empty text those of rules for every product. */
    private static Map<String, Set<String>> channels(Listing listing) {
        Map<String, Set<String>> channels = new HashMap<>();
        for (MirroredKind kind : Set.of(MirroredKind.RULES, MirroredKind.SHUTOFFS, MirroredKind.REQUIREMENTS)) {
            for (JsonNode row : listing.all(kind)) {
                String channel =
                        UpdateQuery.fallbackOf(row.path("channel").asString("").replaceAll("\\*$", ""));
                if (!channel.isEmpty()) {
                    channels.computeIfAbsent(row.path("product").asString(""), product -> new TreeSet<>())
                            .add(channel);
                }
            }
        }
        return channels;
    }
}
