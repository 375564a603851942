package dev.rehearsal.access;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords for each name and from each address, so that nobody can try many. An attempt counts as wrong
 * until it proves right, or many at once would all be let through.
 */
@Component
class FailedSignIns {

    private final Buckets byName;
    private final Buckets byAddress;

    FailedSignIns(Limits limits) {
        int perMinute = limits.loginFailuresPerMinute();
        this.byName = Buckets.of(perMinute, perMinute, Duration.ofMinutes(1));
        this.byAddress = Buckets.of(perMinute, perMinute, Duration.ofMinutes(1));
    }

    /** @return how long to wait, if there were too many */
    Optional<Duration> count(String name, String address) {
        Optional<Duration> wait = byAddress.take(address);
        if (wait.isPresent()) {
            return wait;
        }
        wait = byName.take(key(name));
        if (wait.isPresent()) {
            byAddress.giveBack(address);
        }
        return wait;
    }

    /** Nobody has a longer name, and what is typed there is not worth more memory. */
    private static String key(String name) {
        return name.substring(0, Math.min(name.length(), 100));
    }

    void forgive(String name, String address) {
        byName.giveBack(key(name));
        byAddress.giveBack(address);
    }
}
