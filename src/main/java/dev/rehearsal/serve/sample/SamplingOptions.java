package dev.rehearsal.serve.sample;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Says what is kept of requests, and for how long.
 *
 * @param sample whether any are
 * @param without products of which none are
 * @param distribution whether it is kept who distributes a client, and in which version
 * @param perChannel how many requests of a channel are kept in all; at least one
 * @param every how often a node writes what it has
 * @param keep for how long requests are kept; no longer than {@link #LONGEST}
 */
@ConfigurationProperties("rehearsal.traffic")
public record SamplingOptions(
        @DefaultValue("true") boolean sample,
        @DefaultValue List<String> without,
        @DefaultValue("false") boolean distribution,
        @DefaultValue("100000") int perChannel,
        @DefaultValue("1h") Duration every,
        @DefaultValue("30d") Duration keep) {

    public static final Duration LONGEST = Duration.ofDays(30);

    public static final SamplingOptions USUAL =
            new SamplingOptions(true, List.of(), false, 100_000, Duration.ofHours(1), LONGEST);

    /** Half of what is kept is of the last day, by the hour; the other half of the days before. */
    private static final int HOURS = 25;

    private static final int DAYS = 30;

    public SamplingOptions {
        without = List.copyOf(without);
        perChannel = Math.max(1, perChannel);
        keep = keep.compareTo(LONGEST) > 0 ? LONGEST : keep;
        every = every.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : every;
    }

    /** Returns how many requests of a channel are kept of an hour. */
    public int perHour() {
        return Math.max(1, perChannel / 2 / HOURS);
    }

    /** Returns how many requests of a channel are kept of a day that is over. */
    public int perDay() {
        return Math.max(1, perChannel / 2 / DAYS);
    }

    public boolean samples(String product) {
        return sample && !without.contains(product);
    }
}
