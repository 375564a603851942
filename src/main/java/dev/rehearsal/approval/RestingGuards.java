package dev.rehearsal.approval;

import dev.rehearsal.staging.ChannelMapping;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows that requirements and gates of a channel rest while it shows another one's staged state. */
public final class RestingGuards {

    private RestingGuards() {}

    /** Returns why a new requirement or gate would be none, with what to do; empty where it would be in force. */
    public static Optional<String> whyItWouldRest(
            Collection<ChannelMapping> mappings, @Nullable String product, String channel) {
        return ChannelMapping.inForce(mappings, product, channel)
                .map(mapping ->
                        "'%s' is a test channel and shows what '%s' will serve, so this would rest: ask for it on '%s', or remove channel mapping %d first"
                                .formatted(channel, mapping.liveChannel(), mapping.liveChannel(), mapping.id()));
    }
}
