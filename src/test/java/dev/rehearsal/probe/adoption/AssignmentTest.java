package dev.rehearsal.probe.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void isAsCheapAsTheCheapestOfAll(long seed) {
        Random random = new Random(seed);
        int rows = 1 + random.nextInt(6);
        int[][] cost = new int[rows][rows + random.nextInt(3)];
        for (int[] row : cost) {
            Arrays.setAll(row, column -> random.nextInt(10));
        }

        int[] columnOf = Assignment.cheapest(cost);

        assertThat(columnOf).doesNotHaveDuplicates();
        int total = 0;
        for (int row = 0; row < rows; row++) {
            total += cost[row][columnOf[row]];
        }
        assertThat(total).isEqualTo(cheapest(cost, 0, new boolean[cost[0].length]));
    }

    @Test
    void ofNothingIsNothing() {
        assertThat(Assignment.cheapest(new int[0][0])).isEmpty();
    }

    private static int cheapest(int[][] cost, int row, boolean[] taken) {
        if (row == cost.length) {
            return 0;
        }
        int least = Integer.MAX_VALUE;
        for (int column = 0; column < taken.length; column++) {
            if (!taken[column]) {
                taken[column] = true;
                least = Math.min(least, cost[row][column] + cheapest(cost, row + 1, taken));
                taken[column] = false;
            }
        }
        return least;
    }
}
