package dev.rehearsal.insight.traffic;

import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.traffic.RequestCount;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The live channels of which there may be samples. */
final class TrafficPlaces {

    private static final int MOST = 100;

    private TrafficPlaces() {}

    /** Returns those first that were asked most; lists may tell of others that rules name. */
    static List<ProductChannel> of(NodeState state, Map<ProductChannel, RequestCount> counts) {
        Map<ProductChannel, Long> asked = new HashMap<>();
        for (Rule rule : state.live().ruleSet().inOrder()) {
            if (rule.product() != null && rule.channel() != null) {
                String channel =
                        UpdateQuery.fallbackOf(ChannelPattern.of(rule.channel()).stem());
                asked.put(new ProductChannel(rule.product(), channel), 0L);
            }
        }
        counts.forEach((where, count) -> asked.put(where, count.asked()));
        return asked.entrySet().stream()
                .filter(one -> state.mapping(
                                one.getKey().product(), one.getKey().channel())
                        .isEmpty())
                .sorted(Map.Entry.<ProductChannel, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(one -> one.getKey().toString()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }
}
