package dev.rehearsal.staging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.live.InMemoryContents;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told as a difference is what fingerprints are taken of, whatever the state. */
class StateDifferencesPropertiesTest {

    private static final List<String> PRODUCTS = List.of("Firefox", "GMP", "Guardian", "Named-By-Nothing");
    private static final int VARIANTS = 6;

    static LongStream seeds() {
        return Seeds.upTo(5_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingDiffersIfAndOnlyIfFingerprintsAreEqual(long seed) {
        InMemoryContents contents = new InMemoryContents();
        Chance chance = new Chance(seed);
        Tables tables = new GeneratedState(chance, contents).tables();
        String channel = chance.oneOf("release", "release", "beta");

        for (int variant = 0; variant < VARIANTS; variant++) {
            Tables other = Mutation.of(chance, contents, tables);
            for (String product : PRODUCTS) {
                List<StateDifference> differences = StateDifferences.between(tables, other, contents, product, channel);
                boolean same = Fingerprint.of(tables, contents, product, channel)
                        .equals(Fingerprint.of(other, contents, product, channel));

                assertThat(differences.isEmpty())
                        .as("variant %d, %s: %s", variant, product, differences)
                        .isEqualTo(same);
            }
        }
    }

    /** Otherwise the seeds would show little. */
    @Test
    void allKindsOfDifferencesAreMet() {
        Set<Class<?>> met = new HashSet<>();
        for (long seed = 0; seed < 500; seed++) {
            InMemoryContents contents = new InMemoryContents();
            Chance chance = new Chance(seed);
            Tables tables = new GeneratedState(chance, contents).tables();
            Tables other = Mutation.of(chance, contents, tables);
            for (String product : PRODUCTS) {
                StateDifferences.between(tables, other, contents, product, "release")
                        .forEach(difference -> met.add(difference.getClass()));
            }
        }

        assertThat(met).contains(StateDifference.class.getPermittedSubclasses());
    }
}
