package dev.rehearsal.serve;

import dev.rehearsal.matching.UpdateQuery;
import org.jspecify.annotations.Nullable;

/**
 * The state in which a channel's queries are answered.
 *
 * @param liveChannel the channel that a test channel stands for; null for an ordinary channel
 */
public record ChannelView(
        ServedState state, Shutoffs shutoffs, @Nullable String liveChannel) {

    public boolean isTest() {
        return liveChannel != null;
    }

    /** The query as rules and pins see it: a test channel's as its live channel's, a partner's suffix kept. */
    UpdateQuery matched(UpdateQuery asked) {
        if (liveChannel == null) {
            return asked;
        }
        String partner = asked.channel().substring(asked.fallbackChannel().length());
        return asked.withChannel(liveChannel + partner);
    }

    boolean stops(UpdateQuery asked) {
        return shutoffs.stops(asked.product(), asked.channel())
                || shutoffs.stops(asked.product(), asked.fallbackChannel());
    }
}
