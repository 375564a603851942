package dev.rehearsal.enactment;

import dev.rehearsal.enactment.store.BreakGlassStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Derived from what is on record anyway. */
@Component
class RecentNotices implements Notices {

    private static final Duration SHOWN = Duration.ofDays(7);

    private final BreakGlassStore breakGlass;
    private final Alarms alarms;
    private final Clock clock;

    RecentNotices(BreakGlassStore breakGlass, Alarms alarms, Clock clock) {
        this.breakGlass = breakGlass;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    public List<Notice> latest() {
        Instant from = clock.instant().minus(SHOWN);
        return Stream.<Notice>concat(
                        breakGlass.since(from).stream(),
                        alarms.raised().stream()
                                .filter(alarm -> !alarm.at().isBefore(from))
                                .map(Notice.NotAsJudged::new))
                .sorted(Comparator.comparing(Notice::at).reversed())
                .toList();
    }
}
