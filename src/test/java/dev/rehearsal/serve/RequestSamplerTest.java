package dev.rehearsal.serve;

import static dev.rehearsal.serve.World.on;
import static dev.rehearsal.serve.World.world;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.serve.sample.QueryText;
import dev.rehearsal.serve.sample.Sample;
import dev.rehearsal.serve.sample.SamplingOptions;
import dev.rehearsal.staging.ProductChannel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestSamplerTest {

    private final RequestSampler sampler = new RequestSampler(SamplingOptions.USUAL, 1);
    private final World world = world().release("New", "136.0")
            .rule(7, "New", "channel", "release")
            .rule(8, "New", "channel", "beta*")
            .rule(9, "New", "channel", "esr-cck-acme");
    private final Snapshot snapshot = world.snapshot();

    @Test
    void aPartnersRequestIsSampledWithItsMainChannelAsItWasMade() {
        note(on("release-cck-acme"));

        Sample sample = sample("Firefox", "release");
        assertThat(sample.classes().keySet())
                .singleElement()
                .satisfies(text -> assertThat(QueryText.read(text).channel()).isEqualTo("release-cck-acme"));
    }

    @Test
    void aChannelOfWhichRulesOnlyNameTheBeginningOrAPartnerIsOneOfItsOwn() {
        note(on("beta"));
        note(on("esr-cck-other"));

        assertThat(sampler.seen().keySet())
                .containsExactlyInAnyOrder(new ProductChannel("Firefox", "beta"), new ProductChannel("Firefox", "esr"));
    }

    @Test
    void anyNumberOfMadeUpNamesIsOne() {
        for (int number = 0; number < 1_000; number++) {
            note(on("release-" + number).with("product", "Product" + number));
        }

        assertThat(sampler.seen()).isEqualTo(Map.of(new ProductChannel(null, "other"), 1_000L));
    }

    @Test
    void aMappedTestChannelIsOneOfItsOwn() {
        Snapshot mapped = new MappedForTests(world.snapshot(), "release-cdntest");
        Objects.requireNonNull(sampler.repeated(mapped, on("release-cdntest").read()))
                .note();

        assertThat(sampler.seen().keySet()).containsExactly(new ProductChannel("Firefox", "release-cdntest"));
    }

    private record MappedForTests(InMemorySnapshot of, String channel) implements Snapshot {

        @Override
        public long version() {
            return of.version();
        }

        @Override
        public ServedState live() {
            return of.live();
        }

        @Override
        public Shutoffs shutoffs() {
            return of.shutoffs();
        }

        @Override
        public @Nullable TestChannel testChannel(String product, String asked) {
            return null;
        }

        @Override
        public Set<String> testChannels() {
            return Set.of(channel);
        }
    }

    @Test
    void whoForcesASideOfTheDiceIsNotSampled() {
        assertThat(sampler.repeated(snapshot, on("release").asking("force=1").read()))
                .isNull();
        assertThat(sampler.repeated(snapshot, on("release").asking("force=-1").read()))
                .isNull();
    }

    @Test
    void nothingIsSampledWhereThatIsTurnedOff() {
        RequestSampler off = new RequestSampler(options(false), 1);
        RequestSampler withoutFirefox = new RequestSampler(options(true, "Firefox"), 1);

        assertThat(off.repeated(snapshot, on("release").read())).isNull();
        assertThat(withoutFirefox.repeated(snapshot, on("release").read())).isNull();
        assertThat(withoutFirefox.repeated(
                        snapshot, on("release").with("product", "Other").read()))
                .isNotNull();
    }

    @Test
    void anAnswerThatIsGivenAgainIsSampledEachTime() {
        RepeatedRequest kept = Objects.requireNonNull(
                        sampler.repeated(snapshot, on("release").read()))
                .written();
        kept.note();
        kept.note();

        assertThat(sample("Firefox", "release").classes().values()).containsExactly(2L);
    }

    private static SamplingOptions options(boolean sample, String... without) {
        return new SamplingOptions(
                sample, List.of(without), false, 100_000, SamplingOptions.USUAL.every(), SamplingOptions.LONGEST);
    }

    private void note(UpdateUrl url) {
        Objects.requireNonNull(sampler.repeated(snapshot, url.read())).note();
    }

    private Sample sample(String product, String channel) {
        return Objects.requireNonNull(sampler.drain().get(new ProductChannel(product, channel)));
    }
}
