package dev.rehearsal.nodes;

import dev.rehearsal.Patience;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** People who schedule one change set after the other at a node until it is gone; each adds a rule of its title. */
final class Writers {

    private final Node node;
    private final Duration ahead;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> otherAnswers = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();

    private Writers(Node node, Duration ahead) {
        this.node = node;
        this.ahead = ahead;
    }

    /**
     * Starts some.
     *
     * @param sets how many each schedules before it is done
     * @param ahead when each is due, from the moment in which it is sent
     */
    static Writers start(Node node, int writers, String name, int sets, Duration ahead) {
        Writers started = new Writers(node, ahead);
        for (int writer = 0; writer < writers; writer++) {
            String prefix = name + "-" + writer + "-";
            started.threads.add(Thread.ofVirtual().start(() -> started.write(prefix, sets)));
        }
        return started;
    }

    private void write(String prefix, int sets) {
        try {
            for (int set = 0; set < sets; set++) {
                String title = prefix + set;
                HttpResponse<String> answer = node.send("POST", "/api/change_sets", changeSet(title));
                if (answer.statusCode() == 201) {
                    acknowledged.add(title);
                } else {
                    otherAnswers.add(answer.statusCode() + " " + answer.body());
                }
            }
        } catch (UncheckedIOException nobodyThere) {
            // Neither answered nor acknowledged.
        }
    }

    void awaitAcknowledged(int sets) {
        Patience.until(sets + " sets are acknowledged", () -> acknowledged.size() >= sets);
    }

    void awaitEnd() {
        Patience.until("all writers are done", () -> threads.stream().noneMatch(Thread::isAlive));
    }

    /** The titles of sets that were answered with 201. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    /** What was answered instead. */
    Set<String> otherAnswers() {
        return otherAnswers;
    }

    private String changeSet(String title) {
        return """
                {"title": "%s", "when": %d, "changes": [{"object": "rule", "change_type": "insert", "comment": "%s",
                 "product": "Firefox", "channel": "release", "distribution": "%s", "mapping": "Live", "priority": 100,
                 "backgroundRate": 100, "update_type": "minor"}]}
                """.formatted(title, Instant.now().plus(ahead).toEpochMilli(), title, title);
    }
}
