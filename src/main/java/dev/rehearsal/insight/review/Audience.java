package dev.rehearsal.insight.review;

import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.staging.ProductChannel;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The audience of a set are the products and channels that its rows name, before it and after. */
public record Audience(SortedSet<Place> places) {

    public Audience {
        places = Collections.unmodifiableSortedSet(new TreeSet<>(places));
    }

    /**
     * @param product null for every product
     * @param channel as a rule names it, so maybe with a star at its end; null for every channel; empty for none, as of a
     *     release that no rule names
     */
    public record Place(@Nullable String product, @Nullable String channel) implements Comparable<Place> {

        private static final Comparator<@Nullable String> EVERY_FIRST =
                Comparator.nullsFirst(Comparator.<String>naturalOrder());

        @Override
        public int compareTo(Place other) {
            int byProduct = EVERY_FIRST.compare(product, other.product);
            return byProduct != 0 ? byProduct : EVERY_FIRST.compare(channel, other.channel);
        }

        private String channelName() {
            return channel == null ? "every channel" : channel;
        }
    }

    /** Whether clients of this product, or of this channel, may notice; null for any. */
    public boolean includes(@Nullable String product, @Nullable String channel) {
        boolean any = product == null && channel == null;
        return any
                || places.stream()
                        .anyMatch(
                                place -> (product == null || place.product() == null || product.equals(place.product()))
                                        && (channel == null || reaches(place.channel(), channel)));
    }

    private static boolean reaches(@Nullable String named, String channel) {
        return named == null
                || named.equals(channel)
                || ChannelPattern.of(named).canMatchLiveChannel(channel);
    }

    /** Returns the channels to ask at, in order: of those that begin alike, the one that they begin with. */
    public List<ProductChannel> liveChannels() {
        Set<ProductChannel> channels = new LinkedHashSet<>();
        for (Place place : places) {
            if (place.product() != null && place.channel() != null) {
                String channel = UpdateQuery.fallbackOf(
                        ChannelPattern.of(place.channel()).stem());
                if (!channel.isEmpty()) {
                    channels.add(new ProductChannel(place.product(), channel));
                }
            }
        }
        return List.copyOf(channels);
    }

    public List<String> products() {
        return places.stream()
                .map(Place::product)
                .filter(product -> product != null)
                .distinct()
                .toList();
    }

    /** The channels that are named without a star. */
    public List<String> channels() {
        return places.stream()
                .map(Place::channel)
                .filter(channel -> channel != null
                        && !channel.isEmpty()
                        && !ChannelPattern.of(channel).isGlob())
                .distinct()
                .toList();
    }

    /** Returns text such as {@code Heron on beta, release; Petrel on every channel}. */
    public String sentence() {
        Map<String, List<Place>> byProduct = places.stream()
                .collect(Collectors.groupingBy(
                        place -> place.product() == null ? "every product" : place.product(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byProduct.entrySet().stream()
                .map(entry -> entry.getKey() + on(entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String on(List<Place> places) {
        String channels = places.stream()
                .map(Place::channelName)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        return channels.isEmpty() ? "" : " on " + channels;
    }
}
