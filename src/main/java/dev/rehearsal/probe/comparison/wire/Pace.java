package dev.rehearsal.probe.comparison.wire;

/** Holds requests back to so many a second, evenly; what was not asked in time is not made up for later. */
public final class Pace {

    private static final long SECOND = 1_000_000_000L;

    /** How late a request may come without losing its place: threads wake late. */
    private static final long SLACK = 20_000_000L;

    private final long interval;
    private final Ticker ticker;
    private long next;

    public Pace(int perSecond, Ticker ticker) {
        this.interval = SECOND / perSecond;
        this.ticker = ticker;
        this.next = ticker.nanos();
    }

    /** Returns when the caller may ask. */
    void await() throws InterruptedException {
        long wait = reserve();
        if (wait > 0) {
            ticker.sleep(wait);
        }
    }

    private synchronized long reserve() {
        long now = ticker.nanos();
        long mine = Math.max(next, now - SLACK);
        next = mine + interval;
        return mine - now;
    }
}
