package dev.rehearsal.serve.sample;

import dev.rehearsal.staging.ProductChannel;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The samples of all channels, which share a bounded memory: where all of them together keep too much, the largest goes on
 * with half of what it has. Safe for use by many threads.
 */
public final class SampledChannels {

    /** What names beyond the bound are counted as. */
    public static final String OTHER = "other";

    private static final int MOST_CHANNELS = 500;
    private static final ProductChannel REST = new ProductChannel(null, OTHER);

    /** By product, those of none first, then by channel. */
    public static final Comparator<ProductChannel> ORDER = Comparator.comparing(
                    ProductChannel::product, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparing(ProductChannel::channel);

    private final int capacity;
    private final long most;
    private final SplittableRandom random;
    private final Map<ProductChannel, SampledChannel> channels = new ConcurrentHashMap<>();
    private final AtomicLong weight = new AtomicLong();

    /**
     * @param capacity how many requests a channel keeps at most
     * @param most how many characters all of them keep at most, with 60 more for each request
     * @param seed what falls to chance depends on nothing else, where one thread asks
     */
    public SampledChannels(int capacity, long most, long seed) {
        this.capacity = capacity;
        this.most = most;
        this.random = new SplittableRandom(seed);
    }

    public SampledChannel of(ProductChannel where) {
        SampledChannel known = channels.get(where);
        if (known != null) {
            return known;
        }
        ProductChannel bounded = channels.size() < MOST_CHANNELS ? where : REST;
        SampledChannel counted = channels.get(bounded);
        return counted != null ? counted : add(bounded);
    }

    private synchronized SampledChannel add(ProductChannel where) {
        return channels.computeIfAbsent(where, made -> new SampledChannel(capacity, random.split(), this));
    }

    /** Whoever keeps more than before calls this without any lock. */
    void grew(long by) {
        if (weight.addAndGet(by) > most && by > 0) {
            relieve();
        }
    }

    private synchronized void relieve() {
        while (weight.get() > most) {
            SampledChannel largest = Objects.requireNonNull(largest());
            long freed = largest.halve();
            if (freed == 0) {
                return;
            }
            weight.addAndGet(-freed);
        }
    }

    private @Nullable SampledChannel largest() {
        return channels.values().stream()
                .max(Comparator.comparingLong(SampledChannel::weight))
                .orElse(null);
    }

    /** About how many characters are kept now. */
    public long weight() {
        return weight.get();
    }

    /** Returns how many requests of each channel were ever noted. */
    public Map<ProductChannel, Long> seen() {
        Map<ProductChannel, Long> seen = new TreeMap<>(ORDER);
        channels.forEach((where, channel) -> seen.put(where, channel.seen()));
        return seen;
    }

    /** Returns the samples of those channels that were asked since the last time, and begins anew. */
    public Map<ProductChannel, Sample> drain() {
        Map<ProductChannel, Sample> drained = new TreeMap<>(ORDER);
        channels.forEach((where, channel) -> {
            Sample sample = channel.drain();
            if (sample.seen() > 0) {
                drained.put(where, sample);
            }
        });
        return drained;
    }
}
