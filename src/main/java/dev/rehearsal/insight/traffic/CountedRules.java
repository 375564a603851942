package dev.rehearsal.insight.traffic;

import static dev.rehearsal.traffic.TrafficSamples.DAY;
import static dev.rehearsal.traffic.TrafficSamples.MONTH;

import dev.rehearsal.insight.traffic.LiveTraffic.RuleShare;
import dev.rehearsal.insight.traffic.RuleShares.Counted;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.serve.impact.Share;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.traffic.TrafficSpans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Counts how many requests rules decide for, channel after channel. */
final class CountedRules {

    /** All samples together: further channels are left out. */
    private static final long MOST_CLASSES = 400_000;

    private final BiFunction<ProductChannel, Duration, Optional<DecidedRequests>> decide;
    private final TrafficSpans spans;

    /** @param decide what the requests of a channel come to; nothing where none is known */
    CountedRules(BiFunction<ProductChannel, Duration, Optional<DecidedRequests>> decide, TrafficSpans spans) {
        this.decide = decide;
        this.spans = spans;
    }

    /** @param places those first that matter most */
    RuleShares of(Tables live, List<ProductChannel> places, boolean distributions) {
        List<Counted> today = new ArrayList<>();
        List<Counted> kept = new ArrayList<>();
        Map<RuleId, Instant> last = new HashMap<>();
        long classes = 0;
        for (ProductChannel where : places) {
            DecidedRequests month = decide.apply(where, MONTH).orElse(null);
            if (month == null) {
                continue;
            }
            classes += month.population().classes().size();
            if (classes > MOST_CLASSES) {
                break;
            }
            Counted all = counted(month);
            kept.add(all);
            Map<RuleId, Long> lately = new HashMap<>();
            decide.apply(where, DAY).ifPresent(day -> {
                today.add(counted(day));
                lately.putAll(day.byRule());
            });
            Set<RuleId> silent = all.requests().keySet().stream()
                    .filter(rule -> !lately.containsKey(rule))
                    .collect(Collectors.toSet());
            LastDecided.of(live.ruleSet(), silent, spans.before(where, DAY))
                    .forEach((rule, day) -> last.merge(rule, day, CountedRules::later));
        }
        return new RuleShares(today, kept, last, distributions);
    }

    private static Counted counted(DecidedRequests requests) {
        return new Counted(requests.sample(), requests.byRule());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static List<RuleShare> shares(DecidedRequests requests) {
        SampleFacts sample = requests.sample();
        return requests.byRule().entrySet().stream()
                .sorted(Map.Entry.<RuleId, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(one ->
                        new RuleShare(one.getKey(), Share.of(one.getValue(), true, sample.sampled(), sample.asked())))
                .toList();
    }
}
