package dev.rehearsal.staging;

import java.util.Arrays;

/** Finds those of numbers in a row that rise from each to the next and weigh most together: what did not have to move. */
public final class LongestIncreasingRun {

    private LongestIncreasingRun() {}

    /**
     * Takes time n log n.
     *
     * @param numbers each once
     * @param weights above 0
     * @return whether each belongs to it
     */
    public static boolean[] find(int[] numbers, long[] weights) {
        int[] sorted = numbers.clone();
        Arrays.sort(sorted);
        // Of each number the heaviest run that ends with it or a smaller one, in the manner of a Fenwick tree.
        int[] lastUpTo = new int[numbers.length + 1];
        Arrays.fill(lastUpTo, -1);
        long[] weightWith = new long[numbers.length];
        int[] previous = new int[numbers.length];
        int last = -1;
        for (int i = 0; i < numbers.length; i++) {
            int rank = Arrays.binarySearch(sorted, numbers[i]) + 1;
            previous[i] = -1;
            for (int at = rank - 1; at > 0; at -= at & -at) {
                previous[i] = heavier(previous[i], lastUpTo[at], weightWith);
            }
            weightWith[i] = weights[i] + (previous[i] < 0 ? 0 : weightWith[previous[i]]);
            for (int at = rank; at <= numbers.length; at += at & -at) {
                lastUpTo[at] = heavier(lastUpTo[at], i, weightWith);
            }
            last = heavier(last, i, weightWith);
        }
        boolean[] belongs = new boolean[numbers.length];
        for (int i = last; i >= 0; i = previous[i]) {
            belongs[i] = true;
        }
        return belongs;
    }

    private static int heavier(int one, int other, long[] weights) {
        if (one < 0 || other < 0) {
            return Math.max(one, other);
        }
        return weights[other] > weights[one] ? other : one;
    }
}
