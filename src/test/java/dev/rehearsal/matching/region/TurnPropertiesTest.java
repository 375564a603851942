package dev.rehearsal.matching.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Share;
import dev.rehearsal.insight.preview.AskedUrl;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.VersionGrammar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the rules, what is said of them is what one finds by asking every client of a grid. */
class TurnPropertiesTest {

    private static final int WORLDS = 5_000;

    static LongStream seeds() {
        return LongStream.range(0, Math.max(100, (long) (WORLDS * Share.value())));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoIsSaidNeverToDecideDoesNotAndWhoDecidesIsSaidTo(long seed) {
        SmallWorld world = SmallWorld.of(seed);
        RuleSet rules = RuleSet.of(world.rules(2 + (int) (seed % 9)));
        Set<RuleId> deciding = new HashSet<>();
        for (UpdateQuery client : world.clients()) {
            Rule rule = SmallWorld.decided(rules, client);
            if (rule != null) {
                deciding.add(rule.id());
            }
        }
        Turns turns = Turns.of(rules);
        for (Rule rule : rules.inOrder()) {
            check(rule, turns.of(rule), rules, deciding.contains(rule.id()));
        }
    }

    /** What a URL makes of a client; of PPC hardware only the header of a request tells. */
    private static UpdateQuery asked(UpdateQuery client) {
        if ("PPC".equals(client.headerArchitecture())) {
            assertThat(client.buildTarget()).startsWith("Darwin");
            return client;
        }
        return AskedUrl.of(client).orElseThrow().read().query();
    }

    private static void check(Rule rule, Turn turn, RuleSet rules, boolean decides) {
        String described = rule.id() + " of " + rules.inOrder();
        switch (turn) {
            case Turn.Comes(UpdateQuery client) -> {
                assertThat(SmallWorld.decided(rules, client)).as(described).isEqualTo(rule);
                assertThat(SmallWorld.decided(rules, asked(client)))
                        .as(described)
                        .isEqualTo(rule);
            }
            case Turn.Never(List<Rule> before, List<Rule> failing) -> {
                assertThat(decides).as("a client of the grid has %s", described).isFalse();
                RuleSet fewer = RuleSet.of(rules.inOrder().stream()
                        .filter(other -> other.equals(rule) || before.contains(other) || failing.contains(other))
                        .toList());
                assertThat(Turns.of(fewer).of(rule)).as(described).isInstanceOf(Turn.Never.class);
            }
            case Turn.CannotSay(String why) ->
                assertThat(rule.product() == null || VersionGrammar.of(rule.product()) == VersionGrammar.LOOSE)
                        .as("%s: %s", why, described)
                        .isTrue();
        }
    }
}
