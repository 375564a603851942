package dev.rehearsal.staging;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Choices that a seed decides. */
public final class Chance {

    private final Random random;

    public Chance(long seed) {
        this.random = new Random(seed);
    }

    public boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    /** From low to just below end. */
    public int between(int low, int end) {
        return random.nextInt(low, end);
    }

    @SafeVarargs
    public final <T extends @Nullable Object> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Picks from a collection whose own order may differ from run to run. */
    <T extends Comparable<? super T>> T oneOfUnordered(Collection<T> choices) {
        return oneOf(choices.stream().sorted(Comparator.naturalOrder()).toList());
    }
}
