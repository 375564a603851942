package dev.rehearsal.live;

import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a channel mapping shall say. */
public record MappingProposal(@Nullable String product, String liveChannel, String testChannel, Scope scope) {

    /** Whether the same channel shows the same live channel, and only how much of its queue differs. */
    public boolean differsInScopeAlone(ChannelMapping mapping) {
        return Objects.equals(product, mapping.product())
                && liveChannel.equals(mapping.liveChannel())
                && testChannel.equals(mapping.testChannel());
    }
}
