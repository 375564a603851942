package dev.rehearsal.probe.comparison.wire;

/** Passes, and is waited for: a test sets it. */
public interface Time {

    Time SYSTEM = new Time() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
        }
    };

    long nanos();

    void sleep(long nanos) throws InterruptedException;
}
