package dev.rehearsal.dataset;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** Gives numbers in the order in which they are first asked for, so that what is written depends on the state alone. */
final class NumberSequence implements LongUnaryOperator {

    private final Map<Long, Long> given = new HashMap<>();

    /** @param number 0 and what is beyond stands for none, and stays */
    @Override
    public long applyAsLong(long number) {
        return number == 0 ? 0 : given.computeIfAbsent(number, unseen -> given.size() + 1L);
    }
}
