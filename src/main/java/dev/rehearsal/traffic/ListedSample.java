package dev.rehearsal.traffic;

import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.staging.ProductChannel;
import java.time.Instant;

/**
 * The sample that a loaded list holds of one channel.
 *
 * @param name where the list comes from
 */
public record ListedSample(
        String name, ProductChannel where, Instant from, Instant until, Instant loadedAt, PackedSample sample) {

    Population population() {
        return Populations.population(
                where, "the list '%s', loaded at %s".formatted(name, loadedAt), from, until, sample.sample());
    }
}
