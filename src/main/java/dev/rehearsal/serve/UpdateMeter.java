package dev.rehearsal.serve;

import dev.rehearsal.matching.UpdateQuery;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts answers to update URLs by product, channel and outcome, and how long they took. Whoever answers adds to a number;
 * everything else is done when somebody reads them. Safe for use by many threads.
 *
 * <p>Clients make up names: a product or channel that no rule names is counted as {@value #OTHER}.
 */
final class UpdateMeter implements MeterBinder {

    static final String OTHER = KnownNames.OTHER;

    private static final int MOST_TALLIES = 2_000;

    private final Map<Key, LongAdder> tallies = new ConcurrentHashMap<>();
    private final UpdateTimes times = new UpdateTimes();
    private volatile @Nullable Names names;

    /** The outcomes of a query that are counted. */
    enum Outcome {
        /** An update was offered. */
        UPDATE,
        /** There is none. */
        NONE,
        /** The URL is no query that can be answered. */
        REFUSED,
        /** None was offered because of a fault of ours. */
        FAULT
    }

    private record Key(String product, String channel, Outcome outcome) {}

    private record Names(Snapshot snapshot, KnownNames names) {}

    /** The number that an answer adds to: found once for an answer that is kept. */
    LongAdder tally(Snapshot snapshot, UpdateQuery query, Outcome outcome) {
        KnownNames known = namesOf(snapshot);
        String product = known.products().contains(query.product()) ? query.product() : OTHER;
        String channel = known.channels().contains(query.channel())
                ? query.channel()
                : known.channels().contains(query.fallbackChannel()) ? query.fallbackChannel() : OTHER;
        return tally(new Key(product, channel, outcome));
    }

    /** The number for URLs that not even a product can be told from. */
    LongAdder refused() {
        return tally(new Key(OTHER, OTHER, Outcome.REFUSED));
    }

    private LongAdder tally(Key key) {
        LongAdder known = tallies.get(key);
        if (known != null) {
            return known;
        }
        Key bounded = tallies.size() < MOST_TALLIES ? key : new Key(OTHER, OTHER, key.outcome());
        return tallies.computeIfAbsent(bounded, made -> new LongAdder());
    }

    void took(long nanos) {
        times.add(nanos);
    }

    private KnownNames namesOf(Snapshot snapshot) {
        Names known = names;
        if (known == null || known.snapshot() != snapshot) {
            known = new Names(snapshot, KnownNames.of(snapshot));
            names = known;
        }
        return known.names();
    }

    /** Label sets appear as they are first asked for, which Micrometer's meters do not: read as they are by Prometheus'. */
    @Override
    public void bindTo(MeterRegistry registry) {
        if (registry instanceof PrometheusMeterRegistry prometheus) {
            PrometheusRegistry raw = prometheus.getPrometheusRegistry();
            raw.register(this::answers);
            raw.register(times::snapshot);
        }
    }

    private CounterSnapshot answers() {
        CounterSnapshot.Builder answers = CounterSnapshot.builder()
                .name("rehearsal_updates")
                .help("Answers to update URLs; a name that no rule has is counted as other.");
        tallies.forEach((key, tally) -> answers.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                .value(tally.sum())
                .labels(Labels.of(
                        "product",
                        key.product(),
                        "channel",
                        key.channel(),
                        "outcome",
                        key.outcome().name().toLowerCase(Locale.ROOT)))
                .build()));
        return answers.build();
    }
}
