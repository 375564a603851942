package dev.rehearsal.probe.comparison;

import java.util.Locale;

/** Counts the requests that something holds of, and how often clients made these. */
public final class Amount {

    private long requests;
    private long times;

    void add(Counted counted) {
        requests++;
        times += counted.times();
    }

    public long requests() {
        return requests;
    }

    public long times() {
        return times;
    }

    /** The greater of its two shares, from 0 to 1. */
    double shareOf(Amount whole) {
        return whole.requests == 0 ? 0 : Math.max((double) requests / whole.requests, (double) times / whole.times);
    }

    /** Such as "12 requests, made 3,400 times". */
    @Override
    public String toString() {
        String what = requests == 1 ? "1 request" : String.format(Locale.ROOT, "%,d requests", requests);
        return times == requests ? what : what + String.format(Locale.ROOT, ", made %,d times", times);
    }
}
