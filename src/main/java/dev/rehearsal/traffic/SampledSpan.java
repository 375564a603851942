package dev.rehearsal.traffic;

import dev.rehearsal.staging.ProductChannel;
import java.time.Instant;

/**
 * The sample of one channel in a span of time.
 *
 * @param node that answered the requests; {@link #INVENTED} for those of the demo
 * @param last when the last request came, to the minute
 */
public record SampledSpan(
        String node, ProductChannel where, Instant from, Instant until, Instant last, PackedSample sample) {

    public static final String INVENTED = "invented";
    static final String SEVERAL = "several";

    boolean isInvented() {
        return node.equals(INVENTED);
    }

    SampledSpan withoutContent() {
        return new SampledSpan(node, where, from, until, last, sample.withoutContent());
    }

    /** The head of a stored span holds all about it but its content. */
    public record Head(long id, ProductChannel where, Instant from, Instant until, long kept) {}
}
