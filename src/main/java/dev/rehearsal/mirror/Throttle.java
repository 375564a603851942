package dev.rehearsal.mirror;

import java.time.Duration;

/** Keeps requests apart, so that there are no more than so many a second. */
final class Throttle {

    /** Waits. */
    @FunctionalInterface
    interface Wait {
        void pass(Duration time) throws InterruptedException;
    }

    private static final long SECOND = 1_000_000_000L;

    private final long apart;
    private final Wait wait;
    private long next = System.nanoTime();

    /** @param rate of requests a second; 0 for no limit */
    Throttle(int rate, Wait wait) {
        this.apart = rate == 0 ? 0 : SECOND / rate;
        this.wait = wait;
    }

    void take() throws InterruptedException {
        long now = System.nanoTime();
        long early = next - now;
        next = Math.max(next, now) + apart;
        if (early > 0) {
            wait.pass(Duration.ofNanos(early));
        }
    }

    void pause(Duration time) throws InterruptedException {
        wait.pass(time);
    }
}
