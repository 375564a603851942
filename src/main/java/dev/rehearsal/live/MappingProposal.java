package dev.rehearsal.live;

import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import org.jspecify.annotations.Nullable;

/** A channel mapping as somebody proposes it. */
public record MappingProposal(@Nullable String product, String liveChannel, String testChannel, Scope scope) {

    public static MappingProposal of(ChannelMapping mapping) {
        return new MappingProposal(mapping.product(), mapping.liveChannel(), mapping.testChannel(), mapping.scope());
    }

    /** Returns the mapping before it has a number. */
    public ChannelMapping asMapping() {
        return new ChannelMapping(0, product, liveChannel, testChannel, scope, 0);
    }

    /** Whether the same channel shows the same live channel, and only how much of its queue differs. */
    public boolean differsInScopeAlone(ChannelMapping mapping) {
        return asMapping().differsInScopeAlone(mapping);
    }
}
