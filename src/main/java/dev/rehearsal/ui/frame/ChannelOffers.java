package dev.rehearsal.ui.frame;

import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Products and channels that there are already, to choose from. */
public record ChannelOffers(SortedSet<String> products, SortedSet<String> channels) {

    public ChannelOffers {
        products = Collections.unmodifiableSortedSet(products);
        channels = Collections.unmodifiableSortedSet(channels);
    }

    public static ChannelOffers of(NodeState state) {
        SortedSet<String> products = new TreeSet<>();
        SortedSet<String> channels = new TreeSet<>();
        for (Rule rule : state.live().rules().values()) {
            if (rule.product() != null) {
                products.add(rule.product());
            }
            if (rule.channel() != null && !rule.channel().contains("-cck-")) {
                channels.add(ChannelPattern.of(rule.channel()).stem());
            }
        }
        for (Release release : state.live().releases().values()) {
            products.add(release.product());
        }
        for (ChannelMapping mapping : state.mappings()) {
            channels.add(mapping.liveChannel());
            channels.add(mapping.testChannel());
        }
        return new ChannelOffers(products, channels);
    }
}
