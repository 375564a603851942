package dev.rehearsal.staging;

import static dev.rehearsal.matching.RuleBuilder.aRuleLike;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.release.InMemoryContents;
import dev.rehearsal.release.Pins;
import dev.rehearsal.release.Release;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fingerprint proves, whatever the state; each seed makes up a state and something that differs. */
class FingerprintPropertiesTest {

    private static final List<String> PRODUCTS = List.of("Firefox", "GMP", "Guardian", "Named-By-Nothing");
    private static final int QUERIES = 25;

    static LongStream seeds() {
        return Seeds.upTo(10_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whereAnAnswerDiffersTheFingerprintDiffers(long seed) {
        Pair pair = new Pair(seed);
        String channel = pair.chance.oneOf("release", "release", "release", "beta");
        boolean sameForEvery = pair.haveSameFingerprintOfEveryProduct(channel);

        for (String product : PRODUCTS) {
            UpdateQuery changed = pair.differentlyAnswered(product, channel);

            if (changed != null) {
                assertThat(pair.haveSameFingerprint(product, channel))
                        .as("%s", changed)
                        .isFalse();
                assertThat(sameForEvery).as("%s", changed).isFalse();
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

    /** Otherwise the seeds would show nothing. */
    @Test
    void theDifferencesAreWorthLookingAt() {
        int answered = 0;
        int unchanged = 0;
        for (long seed = 0; seed < 300; seed++) {
            Pair pair = new Pair(seed);
            answered += pair.differentlyAnswered("Firefox", "release") == null ? 0 : 1;
            unchanged += pair.haveSameFingerprint("Firefox", "release") ? 1 : 0;
        }
        assertThat(answered).isGreaterThan(50);
        assertThat(unchanged).isGreaterThan(80);
    }

    /** Two states that differ a little. */
    private static final class Pair {

        final InMemoryContents contents = new InMemoryContents();
        final Answers answers = new Answers(contents);
        final Chance chance;
        final Tables one;
        final Tables other;

        Pair(long seed) {
            chance = new Chance(seed);
            one = new GeneratedState(chance, contents).tables();
            other = Mutation.of(chance, contents, one);
        }

        boolean haveSameFingerprint(String product, String channel) {
            return Fingerprint.of(one, contents, product, channel)
                    .equals(Fingerprint.of(other, contents, product, channel));
        }

        boolean haveSameFingerprintOfEveryProduct(String channel) {
            return Fingerprint.ofEvery(one, contents, channel).equals(Fingerprint.ofEvery(other, contents, channel));
        }

        /** Null if every answer is the same. */
        @Nullable
        UpdateQuery differentlyAnswered(String product, String channel) {
            for (UpdateQuery query : GeneratedQueries.of(chance, QUERIES, product, channel)) {
                if (!answers.onLiveChannel(one, query).equals(answers.onLiveChannel(other, query))) {
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
