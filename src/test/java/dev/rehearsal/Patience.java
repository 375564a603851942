package dev.rehearsal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.Assertions;

/** Waits for what another process does, and for no longer than that takes. */
public final class Patience {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private Patience() {}

    public static void until(String what, Callable<Boolean> happens) {
        forA(what, () -> happens.call() ? Optional.of(true) : Optional.empty());
    }

    public static <T> T forA(String what, Callable<Optional<T>> found) {
        long giveUp = System.nanoTime() + LONGEST.toNanos();
        do {
            try {
                Optional<T> it = found.call();
                if (it.isPresent()) {
                    return it.get();
                }
            } catch (Exception e) {
                throw new AssertionError(what, e);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        } while (System.nanoTime() < giveUp);
        return Assertions.fail("waited in vain for: " + what);
    }
}
