package dev.rehearsal.serve.sample;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Counts the requests of one channel, and keeps a sample of those since it was emptied last. Nearly all requests cost one
 * addition; safe for use by many threads.
 */
public final class SampledChannel {

    private final int capacity;
    private final RandomGenerator random;
    private final SampledChannels all;
    private final AtomicLong seen = new AtomicLong();

    /** The number of the next request that is kept, among all that were ever seen. */
    private volatile long next = 1;

    private Reservoir<String> reservoir;
    private long before;

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
        int grown;
        synchronized (this) {
            // Where requests come at once, the first that gets here stands for the one whose turn it is.
            if (number < next) {
                return;
            }
            int size = reservoir.size();
            String kept = text.get();
            do {
                reservoir.take(kept);
                next = before + reservoir.next();
            } while (times > 1 && next <= number);
            grown = reservoir.size() - size;
        }
        all.grew(grown);
    }

    synchronized int size() {
        return reservoir.size();
    }

    /** Keeps no more than this until it is emptied; returns by how much it is less. */
    synchronized int shrink(int to) {
        int size = reservoir.size();
        reservoir.shrink(to, seen.get() - before);
        next = before + reservoir.next();
        return size - reservoir.size();
    }

    /** All requests that were ever noted. */
    public long seen() {
        return seen.get();
    }

    /** Returns the sample of what came since the last time, and begins anew. */
    synchronized Sample drain() {
        long now = seen.get();
        Sample drained = Sample.of(now - before, reservoir.kept());
        reservoir = new Reservoir<>(capacity, random);
        before = now;
        next = before + 1;
        return drained;
    }
}
