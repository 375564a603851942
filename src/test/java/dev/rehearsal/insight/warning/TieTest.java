package dev.rehearsal.insight.warning;

import static dev.rehearsal.insight.preview.Rehearsed.aFirefoxRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.insight.preview.Rehearsed;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.StagedRules;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TieTest {

    @Test
    void aChangedRuleTiesWithAnotherOfItsPriority() {
        assertThat(Tie.among(List.of(live(aFirefoxRule(1)), added(aFirefoxRule(2)))))
                .singleElement()
                .satisfies(tie -> {
                    assertThat(tie.winner().id().value()).isEqualTo(1);
                    assertThat(tie.loser().id().value()).isEqualTo(2);
                });
    }

    @Test
    void rulesThatTheQueueLeavesAloneDoNotTie() {
        assertThat(Tie.among(List.of(live(aFirefoxRule(1)), live(aFirefoxRule(2)))))
                .isEmpty();
    }

    @Test
    void aRuleByItselfTiesWithAllOthersOfItsPriorityThatMayMatchTheSameClients() {
        Rule rule = aFirefoxRule(2).forChannel("release*").build();

        assertThat(Tie.of(
                        rule,
                        List.of(
                                rule,
                                aFirefoxRule(3).forChannel("release-cdntest").build(),
                                aFirefoxRule(1).build(),
                                aFirefoxRule(4).forChannel("beta").build(),
                                aFirefoxRule(5).withPriority(7).build())))
                .extracting(tie -> tie.winner().id() + " before " + tie.loser().id())
                .containsExactly("1 before 2", "2 before 3");
    }

    @Test
    void rulesOfDifferentPriorityDoNotTie() {
        assertThat(Tie.among(List.of(
                        live(aFirefoxRule(1).withPriority(20)),
                        added(aFirefoxRule(2).withPriority(10)))))
                .isEmpty();
    }

    @Test
    void eachPairIsNamedOnce() {
        assertThat(Tie.among(List.of(added(aFirefoxRule(1)), added(aFirefoxRule(2)), added(aFirefoxRule(3)))))
                .hasSize(3);
    }

    @Test
    void ofManyThatTieSomeAreTold() {
        List<RuleBuilder> rules =
                IntStream.rangeClosed(1, 100).mapToObj(Rehearsed::aFirefoxRule).toList();

        assertThat(Tie.among(rules.stream().map(TieTest::added).toList()))
                .hasSizeLessThanOrEqualTo(100 * Tie.MOST_TOLD);
        assertThat(Tie.of(
                        rules.getFirst().build(),
                        rules.stream().map(RuleBuilder::build).toList()))
                .hasSize(Tie.MOST_TOLD);
    }

    @Test
    void rulesForDifferentProductsSystemsOrLocalesDoNotTie() {
        assertThat(tied(aFirefoxRule(1), aFirefoxRule(2).forProduct("Thunderbird")))
                .isFalse();
        assertThat(tied(aFirefoxRule(1).forBuildTarget("WINNT"), aFirefoxRule(2).forBuildTarget("Linux")))
                .isFalse();
        assertThat(tied(aFirefoxRule(1).forLocale("de,fr"), aFirefoxRule(2).forLocale("ja,it")))
                .isFalse();
        assertThat(tied(aFirefoxRule(1).forJaws(true), aFirefoxRule(2).forJaws(false)))
                .isFalse();
    }

    @Test
    void rulesWhoseLocalesOverlapTie() {
        assertThat(tied(aFirefoxRule(1).forLocale("de,fr"), aFirefoxRule(2).forLocale("fr,it")))
                .isTrue();
        assertThat(tied(aFirefoxRule(1).forLocale("de,fr"), aFirefoxRule(2))).isTrue();
    }

    @Test
    void twoPartnersOfAChannelDoNotTieButEachDoesWithTheChannel() {
        RuleBuilder acme = aFirefoxRule(1).forChannel("release-cck-acme");
        assertThat(tied(acme, aFirefoxRule(2).forChannel("release-cck-other"))).isFalse();
        assertThat(tied(acme, aFirefoxRule(2).forChannel("release-cck-*"))).isTrue();
        assertThat(tied(acme, aFirefoxRule(2))).isTrue();
    }

    private static boolean tied(RuleBuilder one, RuleBuilder other) {
        return !Tie.among(List.of(live(one), added(other))).isEmpty();
    }

    private static StagedRules.Row live(RuleBuilder rule) {
        return new StagedRules.Row(rule.build(), new StagedRules.Live());
    }

    private static StagedRules.Row added(RuleBuilder rule) {
        return new StagedRules.Row(rule.build(), new StagedRules.Added(new ChangeSetId(1)));
    }
}
