package dev.rehearsal.adoption;

import dev.rehearsal.snapshot.CurrentState;
import dev.rehearsal.staging.ChannelMapping;
import org.jspecify.annotations.Nullable;

/**
 * What is kept by hand for one test channel.
 *
 * @param mapping that computes the channel already, so that its hand-made rules are shadowed; null where there is none
 */
public record HandKept(
        CurrentState state, ChannelPair channels, @Nullable ChannelMapping mapping, Pairing pairing) {

    public boolean isMapped() {
        return mapping != null;
    }
}
