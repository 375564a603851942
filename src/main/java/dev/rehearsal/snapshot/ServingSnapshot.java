package dev.rehearsal.snapshot;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.Shutoffs;
import dev.rehearsal.serve.Snapshot;
import dev.rehearsal.snapshot.file.ServableState;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Tables;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A state in the form that requests are answered from. */
final class ServingSnapshot implements Snapshot {

    private final ServableState state;
    private final ReleaseContents contents;
    private final ServedState live;
    private final Map<String, PerProduct> testChannels = new HashMap<>();

    ServingSnapshot(ServableState state, ReleaseContents contents) {
        this.state = state;
        this.contents = contents;
        this.live = ServedState.of(state.live(), contents);
        for (ServableState.TestChannel test : state.testChannels()) {
            PerProduct mapped = testChannels.computeIfAbsent(test.testChannel(), name -> new PerProduct());
            MappedChannel channel = new MappedChannel(test.liveChannel(), test.staged());
            if (test.product() == null) {
                mapped.forEvery = channel;
            } else {
                mapped.byProduct.put(test.product(), channel);
            }
        }
    }

    private static final class PerProduct {
        final Map<String, MappedChannel> byProduct = new HashMap<>();

        @Nullable
        MappedChannel forEvery;
    }

    @Override
    public long version() {
        return state.version().version();
    }

    @Override
    public ServedState live() {
        return live;
    }

    @Override
    public Shutoffs shutoffs() {
        return state.shutoffs();
    }

    @Override
    public @Nullable TestChannel testChannel(String product, String channel) {
        PerProduct mapped = testChannels.get(channel);
        if (mapped == null) {
            return null;
        }
        MappedChannel found = mapped.byProduct.getOrDefault(product, mapped.forEvery);
        return found == null ? null : found.perProduct.get(product);
    }

    @Override
    public Set<String> testChannels() {
        return testChannels.keySet();
    }

    private final class MappedChannel {

        /** Product names come from clients: remember some, not all that anybody makes up. */
        private static final int REMEMBERED_PRODUCTS = 1_000;

        final LoadingCache<String, TestChannel> perProduct;

        MappedChannel(String liveChannel, Tables staged) {
            ServedState served = ServedState.of(staged, contents);
            this.perProduct = Caffeine.newBuilder()
                    .maximumSize(REMEMBERED_PRODUCTS)
                    .build(product -> new Mapped(product, liveChannel, served, staged));
        }
    }

    private final class Mapped implements TestChannel {

        private final String product;
        private final String liveChannel;
        private final ServedState served;
        private final Tables staged;
        private volatile @Nullable String fingerprint;

        Mapped(String product, String liveChannel, ServedState served, Tables staged) {
            this.product = product;
            this.liveChannel = liveChannel;
            this.served = served;
            this.staged = staged;
        }

        @Override
        public String liveChannel() {
            return liveChannel;
        }

        @Override
        public ServedState state() {
            return served;
        }

        @Override
        public String fingerprint() {
            String known = fingerprint;
            if (known == null) {
                known = Fingerprint.of(staged, contents, product, liveChannel).value();
                fingerprint = known;
            }
            return known;
        }
    }
}
