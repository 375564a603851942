package dev.rehearsal.probe.comparison.run;

import dev.rehearsal.probe.comparison.wire.Time;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells how far a run is, in lines on standard error. */
final class Progress {

    private final PrintStream err;
    private final Time time;
    private final int all;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger different = new AtomicInteger();
    private final long begun;

    Progress(PrintStream err, Time time, int all) {
        this.err = err;
        this.time = time;
        this.all = all;
        this.begun = time.nanos();
    }

    void add(boolean isDifferent) {
        done.incrementAndGet();
        if (isDifferent) {
            different.incrementAndGet();
        }
    }

    void tell() {
        double seconds = Math.max(1e-3, (time.nanos() - begun) / 1e9);
        double perSecond = done.get() / seconds;
        String left = perSecond == 0
                ? ""
                : ", " + words(Duration.ofSeconds((long) ((all - done.get()) / perSecond))) + " left";
        err.printf(
                Locale.ROOT,
                "%,d of %,d requests asked, %,d differ, %,.0f a second%s%n",
                done.get(),
                all,
                different.get(),
                perSecond,
                left);
    }

    static String words(Duration time) {
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }
}
