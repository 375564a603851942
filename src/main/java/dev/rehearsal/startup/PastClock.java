package dev.rehearsal.startup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that can be behind for a while: it goes as the other does, from the time at which it is set. */
public final class PastClock extends Clock {

    private final Clock real;
    private volatile Duration behind = Duration.ZERO;

    public PastClock(Clock real) {
        this.real = real;
    }

    void set(Instant time) {
        behind = Duration.between(time, real.instant());
    }

    void setRight() {
        behind = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return real.instant().minus(behind);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("This clock has one zone");
    }
}
