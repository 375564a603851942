package dev.rehearsal.insight.traffic;

import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.staging.ProductChannel;
import java.time.Instant;

/**
 * The facts of a sample stand beside each figure: where it comes from, of which time, and of how many requests.
 *
 * @param source where the requests come from, for people
 * @param sampled how many requests were looked at
 * @param asked how many there were in all
 */
public record SampleFacts(ProductChannel where, String source, Instant from, Instant until, long sampled, long asked) {

    static SampleFacts of(Population population) {
        return new SampleFacts(
                population.where(),
                population.source(),
                population.from(),
                population.until(),
                population.sampled(),
                population.asked());
    }
}
