package dev.rehearsal.serve;

import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.UpdateQuery.Force;
import dev.rehearsal.serve.sample.Sample;
import dev.rehearsal.serve.sample.SampledChannels;
import dev.rehearsal.serve.sample.SamplingOptions;
import dev.rehearsal.staging.ProductChannel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Samples the requests that are answered, by product and channel: partners' channels with their main one, mapped test
 * channels by themselves. A name that no rule has is counted as any other product, or as the channel
 * {@value KnownNames#OTHER}. Safe for use by many threads; it writes nothing and waits for nobody.
 */
public final class RequestSampler {

    /** 16 MB, or 32 where clients make up values in other scripts; some 60,000 requests as they are. */
    private static final long MOST_CHARACTERS = 16L << 20;

    private final SamplingOptions options;
    private final SampledChannels channels;
    private volatile @Nullable Names names;

    /** @param seed of what falls to chance */
    public RequestSampler(SamplingOptions options, long seed) {
        this.options = options;
        this.channels = new SampledChannels(options.perHour(), MOST_CHARACTERS, seed);
    }

    private record Names(Snapshot snapshot, KnownNames known) {}

    /** Returns how requests that ask this come into the sample; null where they do not. */
    @Nullable
    RepeatedRequest repeated(Snapshot snapshot, UpdateQuery query) {
        if (query.force() != Force.NONE || !options.samples(query.product())) {
            return null;
        }
        return RepeatedRequest.of(channels.of(where(snapshot, query)), query, options.distribution());
    }

    private ProductChannel where(Snapshot snapshot, UpdateQuery query) {
        KnownNames known = namesOf(snapshot);
        String channel = query.fallbackChannel();
        return new ProductChannel(
                known.hasProduct(query) ? query.product() : null,
                known.mains().contains(channel) ? channel : KnownNames.OTHER);
    }

    private KnownNames namesOf(Snapshot snapshot) {
        Names current = names;
        if (current == null || current.snapshot() != snapshot) {
            current = new Names(snapshot, KnownNames.of(snapshot));
            names = current;
        }
        return current.known();
    }

    /** Returns what was sampled since the last time, by channels that were asked; begins anew. */
    public Map<ProductChannel, Sample> drain() {
        return channels.drain();
    }

    /** Returns how many requests of each channel have come since this node was started. */
    public Map<ProductChannel, Long> seen() {
        return channels.seen();
    }
}
