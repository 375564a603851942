package dev.rehearsal.serve.sample;

import java.util.Arrays;
import java.util.List;

/** How often each of so many items was kept, beside how often it should have been. */
final class Tally {

    /** What chi-square with 39 degrees of freedom exceeds once in a million times. */
    static final double ONE_IN_A_MILLION_OF_39 = 93.7;

    private final long[] times;

    Tally(int items) {
        times = new long[items];
    }

    void add(List<Integer> kept) {
        kept.forEach(item -> times[item]++);
    }

    /** How far the counts are from being equal; less than for independent ones, since each run keeps as many. */
    double chiSquare() {
        double expected = Arrays.stream(times).average().orElseThrow();
        return Arrays.stream(times)
                .mapToDouble(seen -> (seen - expected) * (seen - expected) / expected)
                .sum();
    }
}
