package dev.rehearsal.insight.fingerprint;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.StagedRules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The live channels that have a test channel, with the products that they serve there. */
public final class MappedPlaces {

    /** So many are gone through where nobody says which one they mean. */
    private static final int MOST = 40;

    private MappedPlaces() {}

    public record Place(String product, String liveChannel) {}

    public static List<Place> of(NodeState state) {
        Set<Place> places = new LinkedHashSet<>();
        for (ChannelMapping mapping : state.mappings()) {
            if (mapping.product() != null) {
                places.add(new Place(mapping.product(), mapping.liveChannel()));
            } else {
                for (Rule rule : state.stages().wholeQueue().staged().ruleSet().inOrder()) {
                    if (rule.product() != null && StagedRules.canMatch(rule, null, mapping.liveChannel())) {
                        places.add(new Place(rule.product(), mapping.liveChannel()));
                    }
                }
            }
        }
        return places.stream().limit(MOST).toList();
    }
}
