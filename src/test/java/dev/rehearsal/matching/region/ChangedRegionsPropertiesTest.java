package dev.rehearsal.matching.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Share;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.VersionGrammar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever rules change, whoever of a grid gets something else is found, unless the client gets an error. */
class ChangedRegionsPropertiesTest {

    private static final int WORLDS = 2_000;

    private record Decided(@Nullable Rule before, @Nullable Rule after) {}

    static LongStream seeds() {
        return LongStream.range(0, Math.max(100, (long) (WORLDS * Share.value())));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoeverGetsSomethingElseIsInARegionAndEachExampleDoes(long seed) {
        SmallWorld world = SmallWorld.of(seed);
        List<Rule> rules = world.soundRules(2 + (int) (seed % 6));
        RuleSet before = RuleSet.of(rules);
        RuleSet after = RuleSet.of(changed(rules, world, new Random(seed)));

        ChangedRegions.Found found = ChangedRegions.between(
                before, after, ChangedRegionsPropertiesTest::served, ChangedRegionsPropertiesTest::served);

        Set<Decided> said = new HashSet<>();
        for (ChangedRegion region : found.regions()) {
            Decided decided = decided(before, after, region.example());
            assertThat(decided).isEqualTo(new Decided(region.before(), region.after()));
            assertThat(served(region.before())).isNotEqualTo(served(region.after()));
            said.add(decided);
        }
        if (found.unsaid().isEmpty()) {
            for (UpdateQuery client : world.clients()) {
                if (SmallWorld.fails(before, client) || SmallWorld.fails(after, client)) {
                    continue;
                }
                Decided decided = decided(before, after, client);
                if (!served(decided.before()).equals(served(decided.after()))) {
                    assertThat(said)
                            .as("%s of %s to %s", client, before.inOrder(), after.inOrder())
                            .contains(decided);
                }
            }
        } else {
            assertThat(before.inOrder())
                    .anyMatch(rule ->
                            rule.product() == null || VersionGrammar.of(rule.product()) == VersionGrammar.LOOSE);
        }
    }

    private static Object served(@Nullable Rule rule) {
        return rule == null ? "nothing" : Objects.requireNonNull(rule.mapping());
    }

    private static Decided decided(RuleSet before, RuleSet after, UpdateQuery client) {
        return new Decided(SmallWorld.decided(before, client), SmallWorld.decided(after, client));
    }

    static List<Rule> changed(List<Rule> rules, SmallWorld world, Random random) {
        List<Rule> changed = new ArrayList<>(rules);
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            int at = random.nextInt(changed.size());
            Rule rule = changed.get(at);
            switch (random.nextInt(4)) {
                case 0 -> changed.remove(at);
                case 1 ->
                    changed.set(
                            at,
                            RuleBuilder.aRuleLike(rule)
                                    .mapsTo("Other-" + changes)
                                    .build());
                case 2 -> changed.set(at, world.soundRules(1).getFirst().withId(rule.id()));
                default ->
                    changed.add(RuleBuilder.aRuleLike(world.soundRules(1).getFirst())
                            .withId(100 + changes)
                            .mapsTo("New-" + changes)
                            .build());
            }
            if (changed.isEmpty()) {
                break;
            }
        }
        return changed;
    }
}
