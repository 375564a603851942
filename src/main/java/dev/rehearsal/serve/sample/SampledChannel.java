package dev.rehearsal.serve.sample;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Counts the requests of one channel, and keeps a sample of those since it was emptied last. Nearly all requests cost one
 * addition; safe for use by many threads.
 */
public final class SampledChannel {

    /** What a request takes besides its characters. */
    private static final int OVERHEAD = 60;

    private final int capacity;
    private final RandomGenerator random;
    private final SampledChannels all;
    private final AtomicLong seen = new AtomicLong();

    /** The number of the next request that is kept, among all that were ever seen. */
    private volatile long next = 1;

    private Reservoir<String> reservoir;
    private long before;
    private long weight;

    SampledChannel(int capacity, RandomGenerator random, SampledChannels all) {
        this.capacity = capacity;
        this.random = random;
        this.all = all;
        this.reservoir = new Reservoir<>(capacity, random);
    }

    /** Notes a request; what it says is asked for only if it is kept. */
    public void note(Supplier<String> text) {
        long number = seen.incrementAndGet();
        if (number >= next) {
            take(number, 1, text);
        }
    }

    /** Notes requests that are equal; one thread at a time. */
    public void note(String text, long times) {
        long number = seen.addAndGet(times);
        if (number >= next) {
            take(number, times, () -> text);
        }
    }

    private void take(long number, long times, Supplier<String> text) {
        long grown;
        synchronized (this) {
            // Where requests come at once, the first that gets here stands for the one whose turn it is.
            if (number < next) {
                return;
            }
            long found = weight;
            String kept = text.get();
            do {
                String replaced = reservoir.take(kept);
                weight += weight(kept) - (replaced == null ? 0 : weight(replaced));
                next = before + reservoir.next();
            } while (times > 1 && next <= number);
            grown = weight - found;
        }
        all.grew(grown);
    }

    private static long weight(String text) {
        return OVERHEAD + text.length();
    }

    /** About how many characters are kept. */
    synchronized long weight() {
        return weight;
    }

    /** Keeps no more than half of what it has until it is emptied; returns by how much it is less. */
    synchronized long halve() {
        long found = weight;
        reservoir.shrink(Math.max(1, reservoir.size() / 2), seen.get() - before);
        next = before + reservoir.next();
        weight = reservoir.kept().stream().mapToLong(SampledChannel::weight).sum();
        return found - weight;
    }

    /** All requests that were ever noted. */
    public long seen() {
        return seen.get();
    }

    /** Returns the sample of what came since the last time, and begins anew. */
    synchronized Sample drain() {
        all.grew(-weight);
        weight = 0;
        long now = seen.get();
        Sample drained = Sample.of(now - before, reservoir.kept());
        reservoir = new Reservoir<>(capacity, random);
        before = now;
        next = before + 1;
        return drained;
    }
}
