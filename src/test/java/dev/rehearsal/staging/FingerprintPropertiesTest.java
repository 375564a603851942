package dev.rehearsal.staging;

import static dev.rehearsal.matching.RuleBuilder.aRuleLike;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.live.InMemoryContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.UpdateQuery;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fingerprint proves, whatever the state; each seed makes up a state and something that differs. */
class FingerprintPropertiesTest {

    private static final List<String> PRODUCTS = List.of("Firefox", "GMP", "Guardian", "Named-By-Nothing");
    private static final int QUERIES = 25;
    private static final int VARIANTS = 6;

    static LongStream seeds() {
        return Seeds.upTo(5_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whereAnAnswerDiffersTheFingerprintDiffers(long seed) {
        Asked asked = new Asked(seed);

        for (int variant = 0; variant < VARIANTS; variant++) {
            Tables other = Mutation.of(asked.chance, asked.contents, asked.tables);
            boolean sameForEvery = asked.haveSameFingerprintOfEveryProduct(other);
            for (String product : PRODUCTS) {
                UpdateQuery changed = asked.differentlyAnswered(other, product);

                if (changed != null) {
                    assertThat(asked.haveSameFingerprint(other, product))
                            .as("variant %d, %s", variant, changed)
                            .isFalse();
                    assertThat(sameForEvery)
                            .as("variant %d, %s", variant, changed)
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anEditElsewhereLeavesTheFingerprintAlone(long seed) {
        InMemoryContents contents = new InMemoryContents();
        Chance chance = new Chance(seed);
        Tables tables = new GeneratedState(chance, contents).tables();

        Tables edited = editedElsewhere(chance, contents, tables);

        assertThat(Fingerprint.of(edited, contents, "Firefox", "release"))
                .isEqualTo(Fingerprint.of(tables, contents, "Firefox", "release"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsReplacedIsWhatDiffersWhereBothAreTaken(long seed) {
        Asked asked = new Asked(seed);
        Tables other = Mutation.of(asked.chance, asked.contents, asked.tables);

        Function<String, Optional<Fingerprint.Replaced>> replaced = Fingerprint.replaced(
                asked.tables, TablesDifference.between(asked.tables, other), asked.contents, "release");

        assertThat(PRODUCTS).allSatisfy(product -> {
            Fingerprint before = Fingerprint.of(asked.tables, asked.contents, product, "release");
            Fingerprint after = Fingerprint.of(other, asked.contents, product, "release");
            assertThat(replaced.apply(product))
                    .isEqualTo(
                            before.equals(after)
                                    ? Optional.empty()
                                    : Optional.of(new Fingerprint.Replaced(before, after)));
        });
    }

    /** Otherwise the seeds would show nothing. */
    @Test
    void theDifferencesAreWorthLookingAt() {
        int answeredDifferently = 0;
        int sameFingerprint = 0;
        for (long seed = 0; seed < 300; seed++) {
            Asked asked = new Asked(seed);
            Tables other = Mutation.of(asked.chance, asked.contents, asked.tables);
            answeredDifferently += asked.differentlyAnswered(other, "Firefox") == null ? 0 : 1;
            sameFingerprint += asked.haveSameFingerprint(other, "Firefox") ? 1 : 0;
        }
        assertThat(answeredDifferently).isGreaterThan(50);
        assertThat(sameFingerprint).isGreaterThan(80);
    }

    /** A state, what is asked of it on one channel, and what it answers. */
    private static final class Asked {

        final InMemoryContents contents = new InMemoryContents();
        final Chance chance;
        final Tables tables;
        private final Answers answers = new Answers(contents);
        private final String channel;
        private final Map<UpdateQuery, List<String>> answered = new LinkedHashMap<>();

        Asked(long seed) {
            chance = new Chance(seed);
            tables = new GeneratedState(chance, contents).tables();
            channel = chance.oneOf("release", "release", "release", "beta");
            for (String product : PRODUCTS) {
                for (UpdateQuery query : GeneratedQueries.of(chance, QUERIES, product, channel)) {
                    answered.put(query, answers.onLiveChannel(tables, query));
                }
            }
        }

        boolean haveSameFingerprint(Tables other, String product) {
            return Fingerprint.of(tables, contents, product, channel)
                    .equals(Fingerprint.of(other, contents, product, channel));
        }

        boolean haveSameFingerprintOfEveryProduct(Tables other) {
            return Fingerprint.ofEvery(tables, contents, channel).equals(Fingerprint.ofEvery(other, contents, channel));
        }

        /** Returns a query with another answer, null if every answer is equal. */
        @Nullable
        UpdateQuery differentlyAnswered(Tables other, String product) {
            for (Map.Entry<UpdateQuery, List<String>> known : answered.entrySet()) {
                UpdateQuery query = known.getKey();
                if (query.product().equals(product)
                        && !answers.onLiveChannel(other, query).equals(known.getValue())) {
                    return query;
                }
            }
            return null;
        }
    }

    /** Aliases, comments, data versions, other channels, and products and releases that nothing here leads to. */
    private static Tables editedElsewhere(Chance chance, InMemoryContents contents, Tables tables) {
        GeneratedState state = new GeneratedState(chance, contents);
        Map<RuleId, Rule> rules = new HashMap<>();
        tables.rules()
                .values()
                .forEach(rule -> rules.put(
                        rule.id(),
                        aRuleLike(rule)
                                .withAlias("a" + rule.id())
                                .withComment("edited")
                                .withDataVersion(99)
                                .build()));
        RuleBuilder elsewhere = chance.oneIn(2)
                ? state.rule(500).forChannel(chance.oneOf("beta", "release-cdntest", "esr*", "r*"))
                : state.rule(500).forProduct("Elsewhere");
        rules.put(new RuleId(500), elsewhere.mapsTo("Elsewhere").build());
        Map<ReleaseName, Release> releases = new HashMap<>(tables.releases());
        releases.put(new ReleaseName("Elsewhere"), state.release("Elsewhere"));
        Map<Pins.Key, ReleaseName> pins = new HashMap<>(tables.pins().releases());
        pins.put(
                chance.oneIn(2) ? new Pins.Key("Elsewhere", "release", "100.") : new Pins.Key("Firefox", "esr", "100."),
                new ReleaseName("R1"));
        return Tables.of(rules, releases, new Pins(Map.copyOf(pins)));
    }
}
