package dev.rehearsal.traffic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.sample.SamplingOptions;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.traffic.store.ListStore;
import dev.rehearsal.traffic.store.SampleStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers from what is stored, and remembers answers for as long as nothing else is stored and the hour is the same. Of what
 * came since this node wrote last it knows only how much.
 */
@Component
class StoredTraffic implements TrafficSamples, TrafficCounts {

    /** For so long the store is not asked whether it holds something else; what this node writes is known at once. */
    private static final Duration SAME = Duration.ofSeconds(10);

    private static final long MOST_BYTES = 32L << 20;
    private static final int OVERHEAD = 200;

    private final SampleStore samples;
    private final ListStore lists;
    private final UnwrittenSamples waiting;
    private final SamplingOptions options;
    private final Clock clock;
    private final Cache<Asked, Optional<Population>> populations = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Asked asked, Optional<Population> found) ->
                    found.map(Populations::bytes).orElse(OVERHEAD))
            .build();
    private final Cache<Period, Map<ProductChannel, RequestCount>> counts =
            Caffeine.newBuilder().maximumSize(50).build();
    private volatile @Nullable State state;

    StoredTraffic(
            SampleStore samples, ListStore lists, UnwrittenSamples waiting, SamplingOptions options, Clock clock) {
        this.samples = samples;
        this.lists = lists;
        this.waiting = waiting;
        this.options = options;
        this.clock = clock;
    }

    private record State(String stored, Instant at) {}

    private record Period(Instant since, Instant oldest, String stored) {}

    private record Asked(ProductChannel where, Period period) {}

    @Override
    public Optional<Population> find(ProductChannel where, Duration back) {
        return populations.get(new Asked(where, period(back)), this::read);
    }

    private Optional<Population> read(Asked asked) {
        return lists.newest(asked.where(), asked.period().oldest())
                .map(ListedSample::population)
                .or(() -> {
                    List<SampledSpan> spans = samples.spans(
                            asked.where(),
                            asked.period().since(),
                            asked.period().oldest());
                    return spans.stream().anyMatch(span -> span.sample().kept() > 0)
                            ? Optional.of(Populations.of(asked.where(), spans, options.perChannel()))
                            : Optional.empty();
                });
    }

    @Override
    public Optional<Actor> chosenBy(ProductChannel where) {
        return lists.lastWord(where, clock.instant().minus(options.keep()));
    }

    @Override
    public Map<ProductChannel, RequestCount> all(Duration back) {
        Map<ProductChannel, RequestCount> all = new HashMap<>(counts.get(period(back), this::count));
        waiting.counts().forEach((where, count) -> all.merge(where, count, RequestCount::and));
        return all;
    }

    private Map<ProductChannel, RequestCount> count(Period period) {
        return samples.counts(period.since(), period.oldest());
    }

    /** Lets the next answer be made from what is stored then. */
    void forget() {
        state = null;
    }

    private Period period(Duration back) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return new Period(hour.minus(back), hour.minus(options.keep()), stored());
    }

    private String stored() {
        State known = state;
        Instant now = clock.instant();
        if (known == null || Duration.between(known.at(), now).abs().compareTo(SAME) > 0) {
            known = new State(samples.state() + "." + lists.state(), now);
            state = known;
        }
        return known.stored();
    }
}
