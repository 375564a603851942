package dev.rehearsal.probe.comparison.wire;

/** Holds requests back to so many a second, evenly; what was not asked in time is not made up for later. */
public final class Pace {

    private static final long SECOND = 1_000_000_000L;

    /** How late a request may come without losing its place: threads wake late. */
    private static final long SLACK = 20_000_000L;

    private final long interval;
    private final Time time;
    private long next;

    public Pace(int perSecond, Time time) {
        this.interval = SECOND / perSecond;
        this.time = time;
        this.next = time.nanos();
    }

    /** Returns when the caller may ask. */
    void await() throws InterruptedException {
        long wait = reserve();
        if (wait > 0) {
            time.sleep(wait);
        }
    }

    private synchronized long reserve() {
        long now = time.nanos();
        long mine = Math.max(next, now - SLACK);
        next = mine + interval;
        return mine - now;
    }
}
