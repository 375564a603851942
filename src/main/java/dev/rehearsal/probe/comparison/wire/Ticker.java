package dev.rehearsal.probe.comparison.wire;

/** Time as it passes: a test sets it. */
public interface Ticker {

    Ticker SYSTEM = new Ticker() {
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
