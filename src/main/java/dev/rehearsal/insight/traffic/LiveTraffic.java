package dev.rehearsal.insight.traffic;

import static dev.rehearsal.traffic.TrafficSamples.MONTH;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.insight.preview.TestChannelPreviews;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.impact.Share;
import dev.rehearsal.serve.sample.SamplingOptions;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.traffic.RequestCount;
import dev.rehearsal.traffic.TrafficCounts;
import dev.rehearsal.traffic.TrafficSamples;
import dev.rehearsal.traffic.TrafficSpans;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Works out what the requests of the last day and the last month get, on each live channel: once for all who look at a
 * state. The first look at a sample of 100,000 kinds of requests takes a second or two, so screens ask in the
 * background; after a write only those are asked for whom it may change anything.
 */
@Service
public class LiveTraffic {

    /** For so long nobody looks whether there is another sample. */
    private static final Duration SAME = Duration.ofMinutes(1);

    /** What is kept of samples to go on from: some 25 MB, where nobody else has them at hand. */
    private static final long MOST_CLASSES = 150_000;

    private final TestChannelPreviews previews;
    private final ReleaseContents contents;
    private final UpdateAnswers answers;
    private final TrafficSamples samples;
    private final TrafficSpans spans;
    private final TrafficCounts counts;
    private final SamplingOptions options;
    private final Cache<Asked, DecidedRequests> decided = Caffeine.newBuilder()
            .maximumWeight(MOST_CLASSES)
            .weigher((Asked asked, DecidedRequests found) ->
                    1 + found.population().classes().size())
            .build();
    private final Cache<Tables, Map<Asked, Optional<ReleaseShares>>> releases =
            Caffeine.newBuilder().weakKeys().expireAfterWrite(SAME).build();
    private final Cache<Tables, RuleShares> rules =
            Caffeine.newBuilder().weakKeys().expireAfterWrite(SAME).build();

    LiveTraffic(
            TestChannelPreviews previews,
            ReleaseContents contents,
            UpdateAnswers answers,
            TrafficSamples samples,
            TrafficSpans spans,
            TrafficCounts counts,
            SamplingOptions options) {
        this.previews = previews;
        this.contents = contents;
        this.answers = answers;
        this.samples = samples;
        this.spans = spans;
        this.counts = counts;
        this.options = options;
    }

    /** The two sides of a comparison: what the same requests get in two states. */
    public record Sides(ReleaseShares now, ReleaseShares staged) {}

    /** The share of requests that one rule decides for. */
    public record RuleShare(RuleId rule, Share share) {}

    private record Asked(ProductChannel where, Duration back) {}

    /** Returns what requests get now; empty where nothing is known of any. */
    public Optional<ReleaseShares> now(ProductChannel where, Duration back) {
        return in(previews.state().live(), where, back);
    }

    /** Returns what requests get now, and what they would get if all that is queued were live. */
    public Optional<Sides> withQueue(ProductChannel where, Duration back) {
        NodeState state = previews.state();
        Tables queued = state.stages().wholeQueue().staged();
        return in(state.live(), where, back)
                .flatMap(now -> in(queued, where, back).map(staged -> new Sides(now, staged)));
    }

    /**
     * Returns what the requests would get in another state.
     *
     * @param tables the same object each time that the same are meant
     */
    public Optional<ReleaseShares> in(Tables tables, ProductChannel where, Duration back) {
        return releases.get(tables, made -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        new Asked(where, back), asked -> decide(tables, asked).map(DecidedRequests::byRelease));
    }

    /** Whether requests for a product are counted at all; product null for every product. */
    public boolean counts(@Nullable String product) {
        return product == null ? options.sample() : options.samples(product);
    }

    /** Returns how many requests came in the time up to now, also on a test channel; product null for every product. */
    public RequestCount asked(@Nullable String product, String channel, Duration back) {
        if (product != null) {
            return counts.on(new ProductChannel(product, channel), back);
        }
        return counts.all(back).entrySet().stream()
                .filter(one -> one.getKey().channel().equals(channel))
                .map(Map.Entry::getValue)
                .reduce(RequestCount.NONE, RequestCount::and);
    }

    /** Returns how many requests live rules decide for. */
    public RuleShares ofRules() {
        NodeState state = previews.state();
        return rules.get(
                state.live(),
                live -> new CountedRules((where, back) -> decide(live, new Asked(where, back)), spans)
                        .of(live, TrafficPlaces.of(state, counts.all(MONTH)), options.distribution()));
    }

    /** Returns which share of requests on one channel each rule decides for, the largest first. */
    public List<RuleShare> byRule(ProductChannel where, Duration back) {
        return decide(previews.state().live(), new Asked(where, back))
                .map(CountedRules::shares)
                .orElse(List.of());
    }

    private Optional<DecidedRequests> decide(Tables tables, Asked asked) {
        return samples.find(asked.where(), asked.back()).map(population -> {
            DecidedRequests live = decide(ServedState.of(previews.state().live(), contents), asked, population);
            ServedState wanted = ServedState.of(tables, contents);
            return live.isIn(wanted) ? live : live.in(wanted);
        });
    }

    private DecidedRequests decide(ServedState live, Asked asked, Population population) {
        return decided.asMap().compute(asked, (key, known) -> {
            if (known == null || !known.population().equals(population)) {
                return DecidedRequests.of(answers, live, population);
            }
            return known.isIn(live) ? known : known.in(live);
        });
    }
}
