package dev.rehearsal.insight.preview;

import dev.rehearsal.blob.BlobSource;
import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.StagedRules;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tells what current clients get, product by product, and on which channels there are any. */
final class CurrentClients {

    /** Stands for every channel of a product whose rules name none. */
    static final String NO_CHANNEL = "";

    private CurrentClients() {}

    /**
     * Asks the rules as current clients on a live channel do.
     *
     * @param product null for each that has rules there
     */
    static SortedMap<String, LiveAnswer> answers(
            Tables tables, BlobSource blobs, @Nullable String product, String channel) {
        Set<String> products = product == null ? productsOn(tables, channel) : Set.of(product);
        SortedMap<String, LiveAnswer> answers = new TreeMap<>();
        products.forEach(each -> answers.put(each, CurrentClient.answer(tables, blobs, each, channel)));
        return Collections.unmodifiableSortedMap(answers);
    }

    /** Returns the products that rules name which can match on the channel. */
    static Set<String> productsOn(Tables tables, String channel) {
        Set<String> products = new TreeSet<>();
        for (Rule rule : tables.ruleSet().inOrder()) {
            if (rule.product() != null && StagedRules.canMatch(rule, null, channel)) {
                products.add(rule.product());
            }
        }
        return products;
    }

    /**
     * Finds the products on channels that live rules name and no mapping is about: those with most rules first. A product
     * whose rules name no channel has one, without a name.
     */
    static List<ProductChannel> unmapped(NodeState state) {
        Map<ProductChannel, Integer> rules = new HashMap<>();
        Set<String> withChannels = new HashSet<>();
        for (Rule rule : state.live().ruleSet().inOrder()) {
            String product = rule.product();
            if (product == null) {
                continue;
            }
            String channel = rule.channel() == null
                    ? NO_CHANNEL
                    : UpdateQuery.fallbackOf(ChannelPattern.of(rule.channel()).stem());
            if (!channel.isEmpty()) {
                withChannels.add(product);
            }
            rules.merge(new ProductChannel(product, channel), 1, Integer::sum);
        }
        List<ProductChannel> found = new ArrayList<>();
        rules.keySet().stream()
                .filter(place -> !place.channel().isEmpty() || !withChannels.contains(place.product()))
                .filter(place -> !isMapped(state.mappings(), place))
                .forEach(found::add);
        found.sort(Comparator.comparing((ProductChannel place) -> rules.getOrDefault(place, 0))
                .reversed()
                .thenComparing(ProductChannel::toString));
        return List.copyOf(found);
    }

    private static boolean isMapped(Collection<ChannelMapping> mappings, ProductChannel place) {
        return ChannelMapping.inForce(mappings, place.product(), place.channel())
                        .isPresent()
                || mappings.stream()
                        .anyMatch(mapping -> mapping.liveChannel().equals(place.channel())
                                && (mapping.product() == null
                                        || mapping.product().equals(place.product())));
    }
}
