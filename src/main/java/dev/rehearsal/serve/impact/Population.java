package dev.rehearsal.serve.impact;

import dev.rehearsal.staging.ProductChannel;
import java.time.Instant;
import java.util.List;

/**
 * A population is what clients asked on one live channel in a span of time. Requests are not clients: a URL carries
 * nobody's name, and one that asks twice is counted twice.
 *
 * @param where the product and live channel; requests of partners' channels belong to the main one
 * @param source where the figures come from, for people, such as {@code a sample of this server's requests}
 * @param classes each is asked for otherwise than all others, in an order that does not depend on how they were gathered
 * @param asked how many requests there were in all, at least as many as the classes hold
 */
public record Population(
        ProductChannel where, String source, Instant from, Instant until, List<RequestClass> classes, long asked) {

    public Population {
        classes = List.copyOf(classes);
    }

    /** Returns how many requests the sample holds. */
    public long sampled() {
        return classes.stream().mapToLong(RequestClass::requests).sum();
    }
}
