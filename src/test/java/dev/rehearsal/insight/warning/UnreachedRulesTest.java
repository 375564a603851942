package dev.rehearsal.insight.warning;

import static dev.rehearsal.insight.preview.Rehearsed.aFirefoxRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnreachedRulesTest {

    private static final Rule MAIN = aFirefoxRule(204).withPriority(90).build();
    private static final Rule GERMAN =
            aFirefoxRule(877).withPriority(100).forLocale("de").build();

    private static List<String> because(@Nullable Rule before, Rule after, Rule... others) {
        List<Rule> live = new ArrayList<>(List.of(others));
        if (before != null) {
            live.add(before);
        }
        List<Rule> staged = Stream.concat(Stream.of(others), Stream.of(after)).toList();
        List<String> sentences = new ArrayList<>();
        UnreachedRules.of(RuleSet.of(live), RuleSet.of(staged))
                .becauseOf(before, after)
                .forEach((row, never) -> sentences.add(new RuleFinding.Unreached(null, row, never).sentence()));
        return sentences;
    }

    @Test
    void areNoneWhereEachRuleHasItsClients() {
        assertThat(because(null, GERMAN, MAIN)).isEmpty();
    }

    @Test
    void areTheRuleThatComesTooLate() {
        Rule late = aFirefoxRule(878).withPriority(80).forLocale("fr").build();

        assertThat(because(null, late, MAIN))
                .containsExactly("no client reaches rule #878: rule #204 always comes first");
    }

    @Test
    void areThoseThatAChangeHides() {
        Rule everybody = aFirefoxRule(900).withPriority(300).build();

        assertThat(because(null, everybody, MAIN, GERMAN))
                .containsExactlyInAnyOrder(
                        "no client reaches rule #204: rule #900 always comes first",
                        "no client reaches rule #877: rule #900 always comes first");
    }

    @Test
    void areNotToldAgainWhereTheyWereUnreachedBefore() {
        Rule first = aFirefoxRule(900).withPriority(300).build();
        Rule higher = aFirefoxRule(900).withPriority(310).build();

        assertThat(because(first, higher, MAIN, GERMAN)).isEmpty();
    }

    @Test
    void nameAllRulesThatTogetherComeFirst() {
        Rule below = aFirefoxRule(1).withPriority(200).forVersion("<140.0").build();
        Rule above = aFirefoxRule(2).withPriority(200).forVersion(">=140.0").build();

        assertThat(because(null, MAIN, below, above))
                .containsExactly("no client reaches rule #204: one of rule #1, rule #2 always comes first");
    }

    @Test
    void nameNobodyWhereTheRuleAsksForWhatNoClientSays() {
        assertThat(because(null, aFirefoxRule(1).forHeaderArchitecture("ARM").build()))
                .containsExactly("no client reaches rule #1: it asks for what no client says");
    }

    @Test
    void areNamedWithoutANumberWhileTheyHaveNone() {
        Rule fresh = aFirefoxRule(Long.MAX_VALUE).withPriority(10).build();

        assertThat(because(null, fresh, MAIN))
                .containsExactly("no client reaches this rule: rule #204 always comes first");
    }

    @Test
    void areNotToldOfChannelsThatMatchNothingSinceThatIsToldAlready() {
        assertThat(because(null, aFirefoxRule(1).forChannel("*").build())).isEmpty();
    }
}
