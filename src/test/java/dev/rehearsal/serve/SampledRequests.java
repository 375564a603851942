package dev.rehearsal.serve;

import static dev.rehearsal.serve.World.world;

import java.util.Objects;

/** Lets requests come to a sampler, in a world whose rules name Firefox on release and beta. */
public final class SampledRequests {

    private final RequestSampler sampler;
    private final Snapshot snapshot = world().release("New", "136.0")
            .rule(1, "New", "channel", "release")
            .rule(2, "New", "channel", "beta*")
            .snapshot();

    public SampledRequests(RequestSampler sampler) {
        this.sampler = sampler;
    }

    public void come(int times, String channel, String version) {
        for (int time = 0; time < times; time++) {
            Objects.requireNonNull(sampler.tap(
                            snapshot, World.on(channel).with("version", version).read()))
                    .note();
        }
    }
}
