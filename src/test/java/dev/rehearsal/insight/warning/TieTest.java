package dev.rehearsal.insight.warning;

import static dev.rehearsal.insight.preview.Rehearsed.aFirefoxRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.StagedRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class TieTest {

    @Test
    void a_changed_rule_ties_with_another_of_its_priority() {
        assertThat(Tie.among(List.of(live(aFirefoxRule(1)), added(aFirefoxRule(2)))))
                .singleElement()
                .satisfies(tie -> {
                    assertThat(tie.winner().id().value()).isEqualTo(1);
                    assertThat(tie.loser().id().value()).isEqualTo(2);
                });
    }

    @Test
    void rules_that_the_queue_leaves_alone_do_not_tie() {
        assertThat(Tie.among(List.of(live(aFirefoxRule(1)), live(aFirefoxRule(2)))))
                .isEmpty();
    }

    @Test
    void a_rule_by_itself_ties_with_all_others_of_its_priority_that_may_match_the_same_clients() {
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
    void rules_of_different_priority_do_not_tie() {
        assertThat(Tie.among(List.of(
                        live(aFirefoxRule(1).withPriority(20)),
                        added(aFirefoxRule(2).withPriority(10)))))
                .isEmpty();
    }

    @Test
    void each_pair_is_named_once() {
        assertThat(Tie.among(List.of(added(aFirefoxRule(1)), added(aFirefoxRule(2)), added(aFirefoxRule(3)))))
                .hasSize(3);
    }

    @Test
    void rules_for_different_products_systems_or_locales_do_not_tie() {
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
    void rules_whose_locales_overlap_tie() {
        assertThat(tied(aFirefoxRule(1).forLocale("de,fr"), aFirefoxRule(2).forLocale("fr,it")))
                .isTrue();
        assertThat(tied(aFirefoxRule(1).forLocale("de,fr"), aFirefoxRule(2))).isTrue();
    }

    @Test
    void two_partners_of_a_channel_do_not_tie_but_each_does_with_the_channel() {
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
