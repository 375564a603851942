package dev.rehearsal.serve.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each item is as likely as any other; the seeds are fixed, so a test that passes once passes always. */
class ReservoirTest {

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    @Test
    void keepsEverythingWhileThereIsRoom() {
        assertThat(sampled(10, 7, new SplittableRandom(1))).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void takesFewItemsOfMany() {
        Reservoir<Integer> reservoir = new Reservoir<>(100, new SplittableRandom(1));
        int taken = 0;
        while (reservoir.next() <= 1_000_000) {
            reservoir.take(0);
            taken++;
        }

        // 100 + 100 * ln(1,000,000 / 100)
        assertThat(taken).isBetween(900, 1_150);
    }

    @Test
    void everyItemIsAsLikelyAfterMoreThanAnybodyCanCount() {
        Reservoir<Integer> reservoir = new Reservoir<>(1, new SplittableRandom(1));
        while (reservoir.next() < Long.MAX_VALUE) {
            reservoir.take(0);
        }

        assertThat(reservoir.kept()).hasSize(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachItemIsEquallyLikely(long seed) {
        Tally tally = new Tally(40);
        SplittableRandom random = new SplittableRandom(seed);
        for (int run = 0; run < 4_000; run++) {
            tally.add(sampled(7, 40, random));
        }

        assertThat(tally.chiSquare()).isLessThan(Tally.ONE_IN_A_MILLION_OF_39);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachItemIsEquallyLikelyWhereItBecameSmallerOnTheWay(long seed) {
        Tally tally = new Tally(40);
        SplittableRandom random = new SplittableRandom(seed);
        for (int run = 0; run < 4_000; run++) {
            Reservoir<Integer> reservoir = new Reservoir<>(16, random);
            come(reservoir, 0, 25);
            reservoir.shrink(8, 25);
            come(reservoir, 25, 40);
            tally.add(reservoir.kept());
        }

        assertThat(tally.chiSquare()).isLessThan(Tally.ONE_IN_A_MILLION_OF_39);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachItemIsEquallyLikelyWhereItBecameSmallerBeforeItWasFull(long seed) {
        Tally tally = new Tally(40);
        SplittableRandom random = new SplittableRandom(seed);
        for (int run = 0; run < 4_000; run++) {
            Reservoir<Integer> reservoir = new Reservoir<>(32, random);
            come(reservoir, 0, 20);
            reservoir.shrink(8, 20);
            come(reservoir, 20, 40);
            tally.add(reservoir.kept());
        }

        assertThat(tally.chiSquare()).isLessThan(Tally.ONE_IN_A_MILLION_OF_39);
    }

    @Test
    void keepsNoMoreThanItBecameSmallTo() {
        Reservoir<Integer> reservoir = new Reservoir<>(32, new SplittableRandom(1));
        come(reservoir, 0, 3);
        reservoir.shrink(8, 3);
        come(reservoir, 3, 40);

        assertThat(reservoir.kept()).hasSize(8).doesNotHaveDuplicates();
    }

    private static List<Integer> sampled(int capacity, int items, SplittableRandom random) {
        Reservoir<Integer> reservoir = new Reservoir<>(capacity, random);
        come(reservoir, 0, items);
        return reservoir.kept();
    }

    private static void come(Reservoir<Integer> reservoir, int from, int until) {
        for (int item = from; item < until; item++) {
            if (item + 1 >= reservoir.next()) {
                reservoir.take(item);
            }
        }
    }
}
