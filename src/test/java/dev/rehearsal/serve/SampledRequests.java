package dev.rehearsal.serve;

import static dev.rehearsal.matching.QueryBuilder.aQuery;
import static dev.rehearsal.serve.World.world;

import dev.rehearsal.matching.UpdateQuery;
import java.util.Objects;
import java.util.Random;

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

    /** Requests of which no two are alike, and which nobody can pack. */
    public void noise(int times, long seed) {
        Random random = new Random(seed);
        for (int time = 0; time < times; time++) {
            UpdateQuery query = aQuery().atVersion(noise(random))
                    .withBuildId(noise(random))
                    .onBuildTarget(noise(random))
                    .inLocale(noise(random))
                    .onOsVersion(noise(random))
                    .withInstructionSet(noise(random))
                    .build();
            Objects.requireNonNull(sampler.repeated(snapshot, query)).note();
        }
    }

    private static String noise(Random random) {
        return random.ints(100, ' ', '\u007f')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public void come(int times, String channel, String version) {
        for (int time = 0; time < times; time++) {
            Objects.requireNonNull(sampler.repeated(
                            snapshot, World.on(channel).with("version", version).read()))
                    .note();
        }
    }
}
