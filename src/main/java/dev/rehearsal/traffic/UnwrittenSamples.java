package dev.rehearsal.traffic;

import dev.rehearsal.serve.RequestSampler;
import dev.rehearsal.serve.sample.Sample;
import dev.rehearsal.staging.ProductChannel;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The samples that this node has taken and not written yet. While the database is away they grow up to a bound; then
 * the oldest are given up, but not how many requests they stand for.
 */
@Component
class UnwrittenSamples {

    private static final Logger LOG = LoggerFactory.getLogger(UnwrittenSamples.class);

    private static final long MOST_BYTES = 16L << 20;
    private static final int MOST_SPANS = 20_000;

    private final RequestSampler sampler;
    private final String node;
    private final Map<ProductChannel, Long> written = new HashMap<>();
    private final Map<ProductChannel, Long> noticed = new HashMap<>();
    private final Map<ProductChannel, Instant> last = new HashMap<>();
    private final LinkedList<SampledSpan> spans = new LinkedList<>();
    private long bytes;
    private boolean told;

    UnwrittenSamples(RequestSampler sampler, NodeName node) {
        this.sampler = sampler;
        this.node = node.name();
    }

    /** Notes which channels were asked since the last look. */
    synchronized void look(Instant now) {
        sampler.seen().forEach((where, seen) -> {
            Long before = noticed.put(where, seen);
            if (seen > (before == null ? 0 : before)) {
                last.put(where, now);
            }
        });
    }

    /** Closes the span that ends now; the next begins. */
    synchronized void close(Instant from, Instant now) {
        look(now);
        sampler.drain().forEach((where, sample) -> add(where, sample, from, now));
    }

    private void add(ProductChannel where, Sample sample, Instant from, Instant now) {
        SampledSpan span =
                new SampledSpan(node, where, from, now, last.getOrDefault(where, now), PackedSample.of(sample));
        spans.addLast(span);
        bytes += span.sample().content().length;
        giveUp();
    }

    /** Drops what was asked, of the oldest first. */
    private void giveUp() {
        for (ListIterator<SampledSpan> oldest = spans.listIterator(); bytes > MOST_BYTES && oldest.hasNext(); ) {
            SampledSpan span = oldest.next();
            if (span.sample().kept() > 0) {
                SampledSpan counted = span.withoutContent();
                oldest.set(counted);
                bytes += counted.sample().content().length - span.sample().content().length;
                tell(span);
            }
        }
        while (spans.size() > MOST_SPANS) {
            SampledSpan span = spans.removeFirst();
            bytes -= span.sample().content().length;
            count(span);
            tell(span);
        }
    }

    private void tell(SampledSpan span) {
        if (!told) {
            LOG.warn(
                    "Requests sampled from {} on could not be written for so long that they are given up", span.from());
            told = true;
        }
    }

    synchronized Optional<SampledSpan> first() {
        return Optional.ofNullable(spans.peekFirst());
    }

    /** Drops one that was written. */
    synchronized void written(SampledSpan span) {
        if (spans.remove(span)) {
            bytes -= span.sample().content().length;
            count(span);
            told = false;
        }
    }

    private void count(SampledSpan span) {
        written.merge(span.where(), span.sample().seen(), Long::sum);
    }

    /** Returns how many requests came that nothing stored tells of. */
    synchronized Map<ProductChannel, RequestCount> counts() {
        Map<ProductChannel, RequestCount> counts = new HashMap<>();
        sampler.seen().forEach((where, seen) -> {
            long waiting = seen - written.getOrDefault(where, 0L);
            if (waiting > 0) {
                counts.put(where, new RequestCount(waiting, last.get(where)));
            }
        });
        return counts;
    }
}
