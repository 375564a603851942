package dev.rehearsal.insight.traffic;

import dev.rehearsal.insight.traffic.RuleTraffic.OnChannel;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.serve.impact.Share;
import dev.rehearsal.staging.StagedRules;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts how many requests the rules of one state decide for. Bounds are worked out for those rules only that somebody
 * looks at.
 */
public final class RuleShares {

    private final List<Counted> lastDay;
    private final List<Counted> kept;
    private final Map<RuleId, Instant> lastDays;
    private final boolean distributions;
    private final Map<RuleId, RuleTraffic> known = new ConcurrentHashMap<>();

    /**
     * @param lastDay by channel
     * @param kept by channel, all of which there is a sample
     * @param lastDays when rules decided for somebody last, of those that did not in the last day
     * @param distributions whether samples tell who distributes a client
     */
    RuleShares(List<Counted> lastDay, List<Counted> kept, Map<RuleId, Instant> lastDays, boolean distributions) {
        this.lastDay = List.copyOf(lastDay);
        this.kept = List.copyOf(kept);
        this.lastDays = Map.copyOf(lastDays);
        this.distributions = distributions;
    }

    /** The requests that were counted in one sample. */
    record Counted(SampleFacts sample, Map<RuleId, Long> requests) {

        private OnChannel share(RuleId rule) {
            return new OnChannel(
                    sample, Share.of(requests.getOrDefault(rule, 0L), true, sample.sampled(), sample.asked()));
        }
    }

    /** @param rule as it is live */
    public RuleTraffic of(Rule rule) {
        return known.computeIfAbsent(rule.id(), id -> find(rule));
    }

    private RuleTraffic find(Rule rule) {
        List<OnChannel> today = shares(lastDay, rule);
        if (!today.isEmpty()) {
            return new RuleTraffic.Decides(today);
        }
        if (asksForWhatIsNotKept(rule)) {
            return new RuleTraffic.NotSampled();
        }
        List<OnChannel> before = shares(kept, rule);
        Instant last = lastDays.get(rule.id());
        if (!before.isEmpty() && last != null) {
            return new RuleTraffic.NoneSince(last, before);
        }
        List<SampleFacts> samples = kept.stream()
                .map(Counted::sample)
                .filter(sample -> mayMatch(rule, sample))
                .toList();
        return !before.isEmpty()
                ? new RuleTraffic.Decides(before)
                : samples.isEmpty() ? new RuleTraffic.Unknown() : new RuleTraffic.None(samples);
    }

    private static List<OnChannel> shares(List<Counted> samples, Rule rule) {
        return samples.stream()
                .filter(counted -> counted.requests().containsKey(rule.id()))
                .map(counted -> counted.share(rule.id()))
                .sorted(Comparator.comparingDouble(
                                (OnChannel one) -> one.share().estimate())
                        .reversed())
                .toList();
    }

    /** Nobody's User-Agent is kept, and who distributes a client only where somebody wants that. */
    private boolean asksForWhatIsNotKept(Rule rule) {
        return rule.headerArchitecture() != null
                || !distributions && (rule.distribution() != null || rule.distVersion() != null);
    }

    private static boolean mayMatch(Rule rule, SampleFacts sample) {
        String product = sample.where().product();
        return (product != null || rule.product() == null)
                && StagedRules.canMatch(rule, product, sample.where().channel());
    }
}
