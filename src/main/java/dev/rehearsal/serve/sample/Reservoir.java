package dev.rehearsal.serve.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps so many of the items that come by, each of them as likely as any other. It says which item it takes next, so that
 * all others cost nothing (Li's Algorithm L): one of n is taken about {@code capacity / n} of the times. Not safe for use by
 * several threads.
 *
 * <p>As if each item drew a number between 0 and 1, and those with the smallest were kept: of these numbers, only the
 * largest one kept is known.
 */
public final class Reservoir<T> {

    private final RandomGenerator random;
    private final List<T> kept = new ArrayList<>();
    private int capacity;
    private double largest = 1;
    private long next = 1;

    public Reservoir(int capacity, RandomGenerator random) {
        this.capacity = capacity;
        this.random = random;
    }

    /** The number of the next item that is taken; the first item is number 1. */
    public long next() {
        return next;
    }

    /** Takes the item whose turn it is; returns the one that makes room for it, null while there is room. */
    public @Nullable T take(T item) {
        T replaced = null;
        if (kept.size() < capacity) {
            kept.add(item);
            if (kept.size() < capacity) {
                next++;
                return null;
            }
        } else {
            replaced = kept.set(random.nextInt(capacity), item);
        }
        largest *= largestOf(capacity);
        skipFrom(next);
        return replaced;
    }

    /**
     * Makes it smaller: what is kept then is as likely as before, each as any other.
     *
     * @param seen how many items have come by
     */
    public void shrink(int to, long seen) {
        int size = kept.size();
        boolean wasFull = size == capacity;
        if (to >= capacity) {
            return;
        }
        capacity = to;
        if (size < to) {
            return;
        }
        if (!wasFull) {
            largest = largestOf(size);
        }
        for (int left = size - 1; left >= to; left--) {
            int dropped = random.nextInt(left + 1);
            kept.set(dropped, kept.getLast());
            kept.removeLast();
            largest *= largestOf(left);
        }
        skipFrom(seen);
    }

    /** Returns what is kept, in no order. */
    public List<T> kept() {
        return List.copyOf(kept);
    }

    public int size() {
        return kept.size();
    }

    /** The largest of so many numbers between 0 and 1. */
    private double largestOf(int numbers) {
        return Math.exp(Math.log(number()) / numbers);
    }

    private void skipFrom(long item) {
        double skipped = Math.floor(Math.log(number()) / Math.log1p(-largest));
        next = skipped < Long.MAX_VALUE / 2.0 ? item + 1 + (long) skipped : Long.MAX_VALUE;
    }

    /** More than 0, at most 1. */
    private double number() {
        return 1 - random.nextDouble();
    }
}
