package dev.rehearsal.matching;

import java.util.Arrays;

/** A growing list of places of rules in an order, lowest first. */
final class Positions {

    private int[] places = new int[4];
    private int size;

    static Positions upTo(int end) {
        Positions all = new Positions();
        for (int place = 0; place < end; place++) {
            all.add(place);
        }
        return all;
    }

    /** Adds a place that is not below any added before; twice the same is added once. */
    void add(int place) {
        if (size > 0 && places[size - 1] == place) {
            return;
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
        }
        places[size++] = place;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return places[index];
    }

    int[] toArray() {
        return Arrays.copyOf(places, size);
    }
}
