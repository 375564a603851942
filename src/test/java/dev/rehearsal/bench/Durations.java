package dev.rehearsal.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long something took, again and again. */
final class Durations {

    private final String what;
    private final List<Long> nanos = new ArrayList<>();

    Durations(String what) {
        this.what = what;
    }

    void add(long nanosTaken) {
        nanos.add(nanosTaken);
    }

    void print() {
        Collections.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-70s %7.1f ms (median of %d), at worst %.1f ms%n",
                what,
                nanos.get(nanos.size() / 2) / 1e6,
                nanos.size(),
                nanos.getLast() / 1e6);
    }
}
