package dev.rehearsal.probe.comparison.wire;

/** Time that passes when somebody sleeps. */
public final class SetTime implements Time {

    private long nanos;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void sleep(long more) {
        nanos += more;
    }
}
