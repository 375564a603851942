package dev.rehearsal.insight.impact;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.history.receipt.ForeseenImpact;
import dev.rehearsal.insight.review.ReadinessOverview;
import dev.rehearsal.serve.impact.Share;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChangeSetId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Remembers what was measured of sets, by what a signer of the set signs, so that a receipt tells what was foreseen of
 * exactly this. Only of sets that somebody looked at on this node, and of the latest {@value #MOST}.
 */
@Component
class ForeseenImpacts implements ForeseenImpact {

    private static final int MOST = 200;

    private final ReadinessOverview readiness;
    private final Map<Measured, List<ChannelImpact>> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Measured, List<ChannelImpact>> eldest) {
            return size() > MOST;
        }
    };

    ForeseenImpacts(ReadinessOverview readiness) {
        this.readiness = readiness;
    }

    private record Measured(ChangeSetId set, String digest) {}

    /** Keeps what was measured of a set that goes alone; it costs some milliseconds. */
    void keep(NodeState state, ChangeSet set, List<ChannelImpact> found) {
        Readiness now = readiness.of(state, set);
        synchronized (known) {
            known.put(new Measured(set.id(), now.alone().digest().value()), found);
        }
    }

    @Override
    public Optional<Map<String, @Nullable Object>> of(ChangeSetId set, String digest) {
        synchronized (known) {
            return Optional.ofNullable(known.get(new Measured(set, digest)))
                    .map(found -> Map.of(
                            "channels",
                            found.stream().map(ForeseenImpacts::told).toList()));
        }
    }

    private static Map<String, Object> told(ChannelImpact impact) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("product", String.valueOf(impact.where().product()));
        told.put("channel", impact.where().channel());
        told.put("sentence", impact.sentence());
        told.put("source", impact.source());
        told.put("from", impact.from().toString());
        told.put("until", impact.until().toString());
        told.put("changed", told(impact.changed()));
        told.put("losingUpdates", told(impact.losing().share()));
        told.put("offeredOlder", told(impact.older().share()));
        return told;
    }

    private static Map<String, Object> told(Share share) {
        return Map.of(
                "lower", share.lower(),
                "estimate", share.estimate(),
                "upper", share.upper(),
                "sampled", share.sampled(),
                "asked", share.asked());
    }
}
