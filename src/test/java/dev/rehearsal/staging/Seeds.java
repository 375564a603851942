package dev.rehearsal.staging;

import dev.rehearsal.Share;
import java.util.stream.LongStream;

/** The seeds of a property test: fewer by default, all with {@code rehearsal.test.share} at 1. */
public final class Seeds {

    private Seeds() {}

    /** @param whole how many there are when tests run whole */
    public static LongStream upTo(int whole) {
        return LongStream.range(0, Share.of(whole));
    }
}
