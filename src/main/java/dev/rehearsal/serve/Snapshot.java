package dev.rehearsal.serve;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One immutable picture of everything that answers are made from; replaced as a whole, never changed. */
public interface Snapshot {

    /** Grows with every write; the same on every node for the same tables. */
    long version();

    ServedState live();

    Shutoffs shutoffs();

    /**
     * The computed state behind a test channel.
     *
     * @param channel a channel without a partner's suffix
     * @return null where the channel is not mapped for this product: then it is an ordinary channel
     */
    @Nullable
    TestChannel testChannel(String product, String channel);

    /** Names of the channels that are mapped for some product. */
    default Set<String> testChannels() {
        return Set.of();
    }

    /** A test channel T of one product: whose rules it shows, and in which state. */
    interface TestChannel {

        String liveChannel();

        ServedState state();

        /** The fingerprint of the state that really answers, 64 hex digits; computed at the first call, then kept. */
        String fingerprint();
    }
}
