package dev.rehearsal.matching;

import java.util.Arrays;

/** A growing list of numbers. */
final class Numbers {

    private int[] numbers = new int[8];
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    /** Meant for few numbers: looks at each. */
    void addOnce(int number) {
        for (int i = 0; i < size; i++) {
            if (numbers[i] == number) {
                return;
            }
        }
        add(number);
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }

    int[] toSortedDistinctArray() {
        Arrays.sort(numbers, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (distinct == 0 || numbers[i] != numbers[distinct - 1]) {
                numbers[distinct++] = numbers[i];
            }
        }
        return Arrays.copyOf(numbers, distinct);
    }
}
