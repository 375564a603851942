package dev.rehearsal.approval;

import dev.rehearsal.approval.Freezes.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** Works out when windows are open: here alone does anybody know what cron expressions mean. */
public final class FreezeCalendar {

    private static final int MOST_SPANS = 200;
    private static final int MOST_BEGINNINGS = 1_000;
    private static final int MOST_LOOKED_AT = 60;
    private static final Duration AHEAD = Duration.ofDays(400);
    /** A clock that is set back makes a window longer than it says. */
    private static final Duration CLOCKS_ARE_SET = Duration.ofHours(3);

    private FreezeCalendar() {}

    /** Returns what is going on at a time, and what comes next: some spans of each window. */
    public static Freezes around(Collection<FreezeWindow> rows, Instant at) {
        return new Freezes(
                at,
                rows.stream()
                        .map(row -> new Freezes.Window(row, spans(row, at)))
                        .toList());
    }

    private static List<Span> spans(FreezeWindow row, Instant at) {
        CronExpression cron = CronExpression.parse(row.cron());
        List<Span> spans = new ArrayList<>();
        ZonedDateTime begins = at.minus(row.duration()).minus(CLOCKS_ARE_SET).atZone(row.zone());
        for (int beginnings = 0; beginnings < MOST_BEGINNINGS; beginnings++) {
            begins = cron.next(begins);
            if (begins == null) {
                return spans;
            }
            Instant from = begins.toInstant();
            Instant until = end(begins, row.duration());
            boolean goesOn = !spans.isEmpty() && !from.isAfter(spans.getLast().until());
            if (!goesOn && (spans.size() == MOST_SPANS || from.isAfter(at.plus(AHEAD)))) {
                return spans;
            }
            if (from.isAfter(at.plus(AHEAD))) {
                break;
            }
            if (goesOn) {
                Span last = spans.removeLast();
                spans.add(new Span(last.from(), until.isAfter(last.until()) ? until : last.until()));
            } else if (until.isAfter(at)) {
                spans.add(new Span(from, until));
            }
        }
        // So many beginnings before any end: it runs into itself, and goes on.
        spans.add(new Span(spans.isEmpty() ? at : spans.removeLast().from(), Instant.MAX));
        return spans;
    }

    /** From Friday 18:00, 62 hours later is Monday 08:00, whether clocks are set meanwhile or not. */
    private static Instant end(ZonedDateTime begins, Duration duration) {
        return begins.toLocalDateTime().plus(duration).atZone(begins.getZone()).toInstant();
    }

    public static boolean isExpression(String cron) {
        return CronExpression.isValidExpression(cron);
    }

    /** Returns why a cron expression says nothing; empty where it begins some time. */
    static Optional<String> whyItNeverBegins(String cron, ZonedDateTime now) {
        if (!isExpression(cron)) {
            return Optional.of(
                    "must be six fields: second, minute, hour, day of the month, month and day of the week, such as '0 0 18 * * FRI'");
        }
        return CronExpression.parse(cron).next(now) == null ? Optional.of("never comes") : Optional.empty();
    }

    /** Says whether a window soon begins again before it has ended. */
    static boolean runsIntoItself(FreezeWindow row, ZonedDateTime now) {
        CronExpression cron = CronExpression.parse(row.cron());
        @Nullable ZonedDateTime begins = cron.next(now);
        for (int looks = 0; begins != null && looks < MOST_LOOKED_AT; looks++) {
            ZonedDateTime next = cron.next(begins);
            if (next != null && next.toInstant().isBefore(end(begins, row.duration()))) {
                return true;
            }
            begins = next;
        }
        return false;
    }
}
