package dev.rehearsal.traffic;

import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.staging.ProductChannel;
import java.time.Duration;
import java.util.stream.Stream;

/** Gives what was sampled on a channel span by span, which tells when something was asked last. */
public interface TrafficSpans {

    /**
     * Returns those that end before a time, by the hour or by the day, the newest first. Each is read when its turn comes.
     *
     * @param back how long before now they end at least
     */
    Stream<Population> before(ProductChannel where, Duration back);
}
