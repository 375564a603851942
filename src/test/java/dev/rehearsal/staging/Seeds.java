package dev.rehearsal.staging;

import java.util.stream.LongStream;

/** The seeds of a property test: fewer by default, all with {@code rehearsal.test.share} at 1. */
public final class Seeds {

    private Seeds() {}

    /** @param whole how many there are when tests run whole */
    public static LongStream upTo(int whole) {
        double share = Double.parseDouble(System.getProperty("rehearsal.test.share", "0.1"));
        return LongStream.range(0, Math.max(1, Math.round(whole * share)));
    }
}
