package dev.rehearsal.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords so that nobody can try many, and nobody is locked out by what strangers try: each name has a
 * growing delay for each network. Networks from which this person has not signed in before are counted twice more, each
 * for all names and all together for each name. An attempt counts as wrong until it proves right, or many at once would
 * all be let through.
 */
@Component
class FailedSignIns {

    /** Half of what is tried in the worst hour: so many at once, and so many more within an hour. */
    private static final int FROM_STRANGERS = 50;

    private final boolean counting;
    private final GrowingDelay byBoth;
    private final Buckets byNetwork;
    private final Buckets byName;

    FailedSignIns(Limits limits, Clock clock) {
        int perMinute = limits.loginFailuresPerMinute();
        this.counting = perMinute > 0;
        this.byBoth = new GrowingDelay(perMinute, clock);
        this.byNetwork = Buckets.of(perMinute, perMinute, Duration.ofMinutes(1));
        this.byName = Buckets.of(FROM_STRANGERS, FROM_STRANGERS, Duration.ofHours(1));
    }

    /**
     * An attempt of somebody to sign in, who says who they are.
     *
     * @param known whether this person has signed in from this network before
     */
    record Attempt(String name, String network, boolean known) {

        /** Nobody has a longer name, and what is typed there is not worth more memory. */
        private static final int LONGEST = 100;

        Attempt {
            name = name.substring(0, Math.min(name.length(), LONGEST));
        }

        private String both() {
            return network + ' ' + name;
        }
    }

    /** @return how long to wait, if there were too many; then it costs nothing */
    Optional<Duration> count(Attempt attempt) {
        if (!counting) {
            return Optional.empty();
        }
        Optional<Duration> wait = attempt.known() ? Optional.empty() : countStranger(attempt);
        if (wait.isPresent()) {
            return wait;
        }
        wait = byBoth.take(attempt.both());
        if (wait.isPresent() && !attempt.known()) {
            giveBack(attempt);
        }
        return wait;
    }

    private Optional<Duration> countStranger(Attempt attempt) {
        Optional<Duration> wait = byNetwork.take(attempt.network());
        if (wait.isPresent()) {
            return wait;
        }
        wait = byName.take(attempt.name());
        if (wait.isPresent()) {
            byNetwork.giveBack(attempt.network());
        }
        return wait;
    }

    void forgive(Attempt attempt) {
        byBoth.forget(attempt.both());
        if (!attempt.known()) {
            giveBack(attempt);
        }
    }

    private void giveBack(Attempt attempt) {
        byNetwork.giveBack(attempt.network());
        byName.giveBack(attempt.name());
    }
}
