package dev.rehearsal.ui.channels;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A time scale says where times stand on a line: what is past due, then from now on as far as most of them reach, then
 * whatever is later. Marks stand in slots, wide enough to be hit on a small screen; what falls into one slot is one
 * mark.
 *
 * @param reach from now on, of the part in the middle
 */
record TimeScale(Instant now, Reach reach) {

    static final int SLOTS = 24;

    /** Holds what is past due; the last slot is for what is later than the line reaches. */
    static final int PAST = 0;

    private static final int LATER = SLOTS - 1;

    private static final int IN_BETWEEN = SLOTS - 2;

    /** In percent of the narrowest line. */
    private static final int WIDTH_OF_LABEL = 11;

    /** The reach of a line, and how far its ticks are apart. */
    enum Reach {
        HOURS_6(Duration.ofHours(6), Duration.ofHours(1)),
        DAY(Duration.ofHours(24), Duration.ofHours(4)),
        DAYS_3(Duration.ofDays(3), Duration.ofHours(12)),
        WEEK(Duration.ofDays(7), Duration.ofDays(1)),
        WEEKS_2(Duration.ofDays(14), Duration.ofDays(2)),
        DAYS_30(Duration.ofDays(30), Duration.ofDays(5));

        private final Duration length;
        private final Duration step;

        Reach(Duration length, Duration step) {
            this.length = length;
            this.step = step;
        }
    }

    /** The shortest line that holds at least four of five times. */
    static TimeScale over(Collection<Instant> times, Instant now) {
        List<Instant> ahead =
                times.stream().filter(time -> !time.isBefore(now)).sorted().toList();
        Instant most = ahead.isEmpty() ? now : ahead.get((ahead.size() * 4 - 1) / 5);
        for (Reach reach : Reach.values()) {
            if (!most.isAfter(now.plus(reach.length))) {
                return new TimeScale(now, reach);
            }
        }
        return new TimeScale(now, Reach.DAYS_30);
    }

    int slot(Instant time) {
        if (time.isBefore(now)) {
            return PAST;
        }
        return Math.min(LATER, 1 + (int) (share(time) * IN_BETWEEN));
    }

    private double share(Instant time) {
        return (double) Duration.between(now, time).toMillis() / reach.length.toMillis();
    }

    /** The middle of a slot, in percent of the line. */
    static double middle(int slot) {
        return 100.0 * (slot + 0.5) / SLOTS;
    }

    /** Where now is, in percent. */
    static double start() {
        return 100.0 / SLOTS;
    }

    /** Where the line ends and what is later begins, in percent. */
    static double end() {
        return 100.0 * LATER / SLOTS;
    }

    /** @param at in percent of the line */
    record Tick(ZonedDateTime time, double at) {

        /** Whether its label would not run into that of now, in a narrow window too. */
        boolean hasRoomForLabel() {
            return at - start() > WIDTH_OF_LABEL;
        }

        boolean isMidnight() {
            return time.toLocalTime().equals(LocalTime.MIDNIGHT);
        }
    }

    /** At full hours, or days, of the zone; not where the line begins or ends. */
    List<Tick> ticks(ZoneId zone) {
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime time = now.atZone(zone).truncatedTo(ChronoUnit.DAYS);
        while (share(time.toInstant()) < 0.97) {
            if (share(time.toInstant()) > 0.05) {
                ticks.add(new Tick(time, start() + share(time.toInstant()) * (end() - start())));
            }
            time = reach.step.compareTo(Duration.ofDays(1)) < 0
                    ? time.plus(reach.step)
                    : time.plusDays(reach.step.toDays());
        }
        return ticks;
    }
}
