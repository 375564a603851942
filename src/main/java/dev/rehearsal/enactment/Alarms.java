package dev.rehearsal.enactment;

import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Fingerprint;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Raises an alarm when something went live which is not what was judged: a fault of ours, said aloud. Kept by the node
 * that saw it, for as long as it runs: tables that are wrong are not written to.
 */
@Component
public class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final int MOST_KEPT = 100;

    private final ApplicationEventPublisher events;
    private final Deque<Alarm> newestFirst = new ArrayDeque<>();

    Alarms(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** @param set the last one that was enacted */
    public record Alarm(
            Instant at, ChangeSetId set, String product, String liveChannel, Fingerprint judged, Fingerprint found) {}

    /** Published on this node; screens that are open show it. */
    public record Raised(Alarm alarm) {}

    void raise(Alarm alarm) {
        LOG.error(
                "ALARM: {} serves {} for {} since change set {}, but {} was judged: compare the live tables with it",
                alarm.liveChannel(),
                alarm.found(),
                alarm.product(),
                alarm.set(),
                alarm.judged());
        synchronized (newestFirst) {
            newestFirst.addFirst(alarm);
            if (newestFirst.size() > MOST_KEPT) {
                newestFirst.removeLast();
            }
        }
        events.publishEvent(new Raised(alarm));
    }

    /** Newest first; the latest {@value #MOST_KEPT} at most. */
    public List<Alarm> raised() {
        synchronized (newestFirst) {
            return List.copyOf(newestFirst);
        }
    }
}
