package dev.rehearsal.serve.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.staging.ProductChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampledChannelsTest {

    private static final ProductChannel RELEASE = new ProductChannel("Firefox", "release");
    private static final ProductChannel BETA = new ProductChannel("Firefox", "beta");

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    @Test
    void eachChannelHasItsOwnSample() {
        SampledChannels channels = new SampledChannels(10, 10_000, 1);
        channels.of(RELEASE).note(() -> "a");
        channels.of(RELEASE).note(() -> "a");
        channels.of(BETA).note(() -> "b");

        assertThat(channels.drain())
                .isEqualTo(Map.of(
                        RELEASE, new Sample(2, new TreeMap<>(Map.of("a", 2L))),
                        BETA, new Sample(1, new TreeMap<>(Map.of("b", 1L)))));
    }

    @Test
    void whatWasDrainedIsNotThereAgain() {
        SampledChannels channels = new SampledChannels(10, 10_000, 1);
        channels.of(RELEASE).note(() -> "a");
        channels.drain();
        channels.of(BETA).note(() -> "b");

        assertThat(channels.drain().keySet()).containsExactly(BETA);
        assertThat(channels.seen()).isEqualTo(Map.of(RELEASE, 1L, BETA, 1L));
        assertThat(channels.weight()).isZero();
    }

    @Test
    void allTogetherKeepNoMoreThanIsAllowed() {
        SampledChannels channels = new SampledChannels(100, 15_000, 1);
        for (int channel = 0; channel < 20; channel++) {
            for (int request = 0; request < 1_000; request++) {
                channels.of(new ProductChannel("Firefox", "channel-" + channel)).note(() -> "a");
                assertThat(channels.weight()).isLessThanOrEqualTo(15_000);
            }
        }

        assertThat(channels.drain().values()).hasSize(20).allSatisfy(sample -> {
            assertThat(sample.seen()).isEqualTo(1_000);
            assertThat(sample.kept()).isPositive();
        });
    }

    @Test
    void thereIsAnEndToChannels() {
        SampledChannels channels = new SampledChannels(1, 1_000_000, 1);
        for (int channel = 0; channel < 2_000; channel++) {
            channels.of(new ProductChannel("Firefox", "channel-" + channel)).note(() -> "a");
        }

        assertThat(channels.seen()).hasSize(501).containsEntry(new ProductChannel(null, "other"), 1_500L);
    }

    /** Ten requests are made once each, and one thirty times. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void requestsThatAreCountedTogetherAreAsLikelyAsThoseThatComeOneByOne(long seed) {
        SampledChannels channels = new SampledChannels(8, 10_000, seed);
        long often = 0;
        int runs = 2_000;
        for (int run = 0; run < runs; run++) {
            for (int request = 0; request < 10; request++) {
                channels.of(RELEASE).note("rare", 1);
            }
            channels.of(RELEASE).note("often", 30);
            Sample sample = Objects.requireNonNull(channels.drain().get(RELEASE));
            assertThat(sample.seen()).isEqualTo(40);
            assertThat(sample.kept()).isEqualTo(8);
            often += sample.classes().getOrDefault("often", 0L);
        }

        // Six of eight, give or take five times the standard deviation.
        assertThat((double) often / runs).isBetween(5.87, 6.13);
    }

    @Test
    void noRequestGoesUncountedWhereManyThreadsAskAndOneDrains() throws InterruptedException {
        SampledChannels channels = new SampledChannels(20, 10_000, 1);
        CountDownLatch begin = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            threads.add(Thread.ofVirtual().start(() -> {
                await(begin);
                for (int request = 0; request < 5_000; request++) {
                    channels.of(RELEASE).note(() -> "a");
                }
            }));
        }
        begin.countDown();
        long seen = 0;
        for (int drains = 0; drains < 100; drains++) {
            seen += seenIn(channels);
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(seen + seenIn(channels)).isEqualTo(40_000);
    }

    private static long seenIn(SampledChannels channels) {
        return channels.drain().values().stream().mapToLong(Sample::seen).sum();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
