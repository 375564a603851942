package dev.rehearsal.serve;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts in steps how long answers took. Safe for use by many threads. */
final class UpdateTimes {

    /** Upper ends in microseconds; most answers are in the first. */
    private static final long[] MICROS = {
        100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000
    };

    private static final long[] NANOS =
            Arrays.stream(MICROS).map(TimeUnit.MICROSECONDS::toNanos).toArray();

    private final LongAdder[] counts =
            Stream.generate(LongAdder::new).limit(NANOS.length + 1L).toArray(LongAdder[]::new);
    private final LongAdder sum = new LongAdder();

    void add(long nanos) {
        int step = 0;
        while (step < NANOS.length && nanos > NANOS[step]) {
            step++;
        }
        counts[step].increment();
        sum.add(nanos);
    }

    HistogramSnapshot snapshot() {
        double[] ends = new double[NANOS.length + 1];
        for (int step = 0; step < MICROS.length; step++) {
            ends[step] = MICROS[step] / 1e6;
        }
        ends[NANOS.length] = Double.POSITIVE_INFINITY;
        return HistogramSnapshot.builder()
                .name("rehearsal_update_seconds")
                .help("From the first look at an update URL to the answer's last byte.")
                .dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder()
                        .classicHistogramBuckets(ClassicHistogramBuckets.of(
                                ends,
                                Arrays.stream(counts).mapToLong(LongAdder::sum).toArray()))
                        .sum(sum.sum() / 1e9)
                        .build())
                .build();
    }
}
