package dev.rehearsal.traffic;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.staging.ProductChannel;
import java.time.Duration;
import java.util.Optional;

/** Gives what clients asked lately on a live channel, from the sample or from the list that was loaded instead. */
public interface TrafficSamples {

    Duration DAY = Duration.ofHours(24);
    Duration MONTH = Duration.ofDays(30);

    /** Returns what is known of requests of the time up to now; empty where nothing is. */
    Optional<Population> find(ProductChannel where, Duration back);

    /**
     * Returns who has a hand in what is known: whoever loaded or removed the last list that tells of the channel; nobody where
     * lists have no part in it.
     */
    default Optional<Actor> chosenBy(ProductChannel where) {
        return Optional.empty();
    }

    /** Returns what was asked in the last day; in the last month, where that is nothing. */
    default Optional<Population> findLatest(ProductChannel where) {
        return find(where, DAY)
                .filter(population -> population.sampled() > 0)
                .or(() -> find(where, MONTH))
                .filter(population -> population.sampled() > 0);
    }
}
