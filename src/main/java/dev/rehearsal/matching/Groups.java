package dev.rehearsal.matching;

import java.util.Arrays;

/** Places of rules, grouped by a number. */
final class Groups {

    interface Visitor {
        /** @param places ascending, each once, at least one */
        void visit(int group, int[] places);
    }

    /** The group in the upper half, the place in the lower. */
    private long[] pairs = new long[16];

    private int size;

    void add(int group, int place) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
        }
        pairs[size++] = (long) group << Integer.SIZE | place;
    }

    /** Visits the groups in ascending order. */
    void forEach(Visitor visitor) {
        Arrays.sort(pairs, 0, size);
        for (int start = 0, end = 0; start < size; start = end) {
            Numbers places = new Numbers();
            while (end < size && group(end) == group(start)) {
                if (end == start || pairs[end] != pairs[end - 1]) {
                    places.add((int) pairs[end]);
                }
                end++;
            }
            visitor.visit(group(start), places.toArray());
        }
    }

    private int group(int index) {
        return (int) (pairs[index] >>> Integer.SIZE);
    }
}
