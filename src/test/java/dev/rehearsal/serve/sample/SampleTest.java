package dev.rehearsal.serve.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.staging.Chance;
import dev.rehearsal.staging.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleTest {

    static LongStream few() {
        return LongStream.range(0, 8);
    }

    static LongStream many() {
        return Seeds.upTo(2_000);
    }

    @Test
    void equalRequestsAreAClass() {
        assertThat(Sample.of(9, List.of("a", "b", "a")).classes()).isEqualTo(Map.of("a", 2L, "b", 1L));
    }

    @Test
    void samplesThatHoldAllAreMergedToAll() {
        Sample merged = Sample.merge(
                List.of(Sample.of(2, List.of("a", "b")), Sample.of(1, List.of("a"))), 10, new SplittableRandom(1));

        assertThat(merged).isEqualTo(new Sample(3, new TreeMap<>(Map.of("a", 2L, "b", 1L))));
    }

    @Test
    void aSampleThatLostWhatItKeptAddsOnlyToWhatWasSeen() {
        Sample merged = Sample.merge(
                List.of(Sample.of(1, List.of("a")), Sample.of(1_000, List.of())), 10, new SplittableRandom(1));

        assertThat(merged).isEqualTo(new Sample(1_001, new TreeMap<>(Map.of("a", 1L))));
    }

    @Test
    void nothingMergedIsNothing() {
        assertThat(Sample.merge(List.of(), 10, new SplittableRandom(1))).isEqualTo(Sample.NONE);
    }

    /** One reservoir saw the first 30 and kept 6, the other saw the last 10 and kept 4. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("few")
    void eachRequestIsEquallyLikelyWhicheverReservoirSawIt(long seed) {
        Tally tally = new Tally(40);
        SplittableRandom random = new SplittableRandom(seed);
        for (int run = 0; run < 6_000; run++) {
            Sample merged = Sample.merge(List.of(sample(6, 0, 30, random), sample(4, 30, 40, random)), 100, random);
            tally.add(merged.classes().keySet().stream().map(Integer::valueOf).toList());
        }

        assertThat(tally.chiSquare()).isLessThan(Tally.ONE_IN_A_MILLION_OF_39);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("few")
    void eachRequestIsEquallyLikelyWhereThreeAreMergedOneAfterTheOtherAndThinned(long seed) {
        Tally tally = new Tally(40);
        SplittableRandom random = new SplittableRandom(seed);
        for (int run = 0; run < 6_000; run++) {
            Sample both = Sample.merge(List.of(sample(20, 0, 13, random), sample(9, 13, 31, random)), 100, random);
            Sample merged = Sample.merge(List.of(sample(5, 31, 40, random), both), 7, random);
            tally.add(merged.classes().keySet().stream().map(Integer::valueOf).toList());
        }

        assertThat(tally.chiSquare()).isLessThan(Tally.ONE_IN_A_MILLION_OF_39);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("many")
    void aMergedSampleIsBoundedAndOfWhatWasKept(long seed) {
        Chance chance = new Chance(seed);
        SplittableRandom random = new SplittableRandom(seed);
        List<Sample> parts = new ArrayList<>();
        Map<String, Long> all = new TreeMap<>();
        for (int part = chance.between(1, 6); part > 0; part--) {
            Sample made = generated(chance);
            parts.add(made);
            made.classes().forEach((text, times) -> all.merge(text, times, Long::sum));
        }
        int most = chance.between(1, 60);
        Sample merged = Sample.merge(parts, most, random);

        assertThat(merged.seen())
                .isEqualTo(parts.stream().mapToLong(Sample::seen).sum());
        assertThat(merged.kept()).isLessThanOrEqualTo(most);
        assertThat(merged.classes())
                .allSatisfy((text, times) -> assertThat(times).isBetween(1L, all.getOrDefault(text, 0L)));
    }

    /** No part has more of its requests in it than its share, but for one. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("many")
    void everyPartIsThereWithItsShare(long seed) {
        Chance chance = new Chance(seed);
        SplittableRandom random = new SplittableRandom(seed);
        List<Sample> parts = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            long kept = chance.between(1, 50);
            parts.add(new Sample(kept * chance.between(1, 9), new TreeMap<>(Map.of("part " + part, kept))));
        }
        long seen = parts.stream().mapToLong(Sample::seen).sum();
        Sample merged = Sample.merge(parts, 100, random);

        for (int part = 0; part < parts.size(); part++) {
            double due = (double) merged.kept() * parts.get(part).seen() / seen;
            assertThat((double) merged.classes().getOrDefault("part " + part, 0L))
                    .isBetween(due - 1.5, due + 1.5);
        }
    }

    private static Sample generated(Chance chance) {
        TreeMap<String, Long> classes = new TreeMap<>();
        for (int one = chance.between(0, 6); one > 0; one--) {
            classes.put("class " + chance.between(0, 9), (long) chance.between(1, 20));
        }
        long kept = classes.values().stream().mapToLong(Long::longValue).sum();
        return new Sample(kept + chance.between(0, 3) * chance.between(0, 500), classes);
    }

    private static Sample sample(int capacity, int from, int until, SplittableRandom random) {
        Reservoir<String> reservoir = new Reservoir<>(capacity, random);
        for (int item = from; item < until; item++) {
            if (item - from + 1 >= reservoir.next()) {
                reservoir.take(Integer.toString(item));
            }
        }
        return Sample.of(until - from, reservoir.kept());
    }
}
