package dev.rehearsal.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LongestIncreasingRunTest {

    static LongStream seeds() {
        return Seeds.upTo(2_000);
    }

    @Test
    void isAllOfWhatRises() {
        assertThat(LongestIncreasingRun.find(new int[] {2, 5, 9}, new long[] {1, 1, 1}))
                .containsExactly(true, true, true);
    }

    @Test
    void leavesOutTheOneThatIsOutOfPlace() {
        assertThat(LongestIncreasingRun.find(new int[] {7, 0, 1, 2}, new long[] {1, 1, 1, 1}))
                .containsExactly(false, true, true, true);
    }

    @Test
    void ratherKeepsWhatWeighsMore() {
        assertThat(LongestIncreasingRun.find(new int[] {7, 0, 1, 2}, new long[] {5, 1, 1, 1}))
                .containsExactly(true, false, false, false);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isAsHeavyAsTheHeaviestOfAllRises(long seed) {
        Chance chance = new Chance(seed);
        int length = chance.between(0, 9);
        int[] numbers = new int[length];
        long[] weights = new long[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = i * 3;
            weights[i] = chance.between(1, 5);
        }
        for (int i = length - 1; i > 0; i--) {
            int other = chance.between(0, i + 1);
            int number = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = number;
        }

        boolean[] found = LongestIncreasingRun.find(numbers, weights);

        int chosen = 0;
        for (int i = 0; i < length; i++) {
            chosen |= found[i] ? 1 << i : 0;
        }
        assertThat(weight(chosen, numbers, weights)).isEqualTo(heaviest(numbers, weights));
    }

    private static long heaviest(int[] numbers, long[] weights) {
        long heaviest = 0;
        for (int some = 0; some < 1 << numbers.length; some++) {
            heaviest = Math.max(heaviest, weight(some, numbers, weights));
        }
        return heaviest;
    }

    /** Below 0 if these numbers do not rise. */
    private static long weight(int some, int[] numbers, long[] weights) {
        long weight = 0;
        int last = Integer.MIN_VALUE;
        for (int i = 0; i < numbers.length; i++) {
            if ((some & 1 << i) != 0) {
                if (numbers[i] < last) {
                    return -1;
                }
                last = numbers[i];
                weight += weights[i];
            }
        }
        return weight;
    }
}
