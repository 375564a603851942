package dev.rehearsal.notice.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Says when a failed delivery is tried again: ten attempts over three days, each pause longer than the one before it,
 * and never the same, so that receivers that come back are not asked by all at once.
 */
public final class RetrySchedule {

    /** The first one counts. */
    public static final int MOST_ATTEMPTS = 10;

    /** What has waited longer, behind others that could not be delivered, is tried once. */
    public static final Duration LONGEST = Duration.ofDays(3);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(18),
            Duration.ofHours(29));

    /** By how much a pause is longer or shorter at most. */
    private static final double JITTER = 0.1;

    private final DoubleSupplier random;

    /** @param random gives numbers from 0 to 1 */
    public RetrySchedule(DoubleSupplier random) {
        this.random = random;
    }

    /**
     * Returns when to try again; empty for never.
     *
     * @param attempts how many there were
     * @param since when the first could have been
     */
    public Optional<Instant> next(int attempts, Instant since, Instant now) {
        if (attempts >= MOST_ATTEMPTS || !now.isBefore(since.plus(LONGEST))) {
            return Optional.empty();
        }
        Duration pause = PAUSES.get(Math.max(attempts, 1) - 1);
        double factor = 1 - JITTER + 2 * JITTER * random.getAsDouble();
        return Optional.of(now.plusMillis(Math.round(pause.toMillis() * factor)));
    }
}
