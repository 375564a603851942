package dev.rehearsal.matching;

import static dev.rehearsal.matching.QueryBuilder.aQuery;
import static dev.rehearsal.matching.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of many rules answers. */
class RuleSetTest {

    @Test
    void theHighestPriorityAnswers() {
        assertThat(idOfMatch(
                        aQuery().build(),
                        aRule().withId(1).withPriority(10).build(),
                        aRule().withId(2).withPriority(20).build()))
                .isEqualTo(2);
    }

    @Test
    void theLowestIdBreaksATie() {
        assertThat(idOfMatch(
                        aQuery().build(),
                        aRule().withId(7).withPriority(10).build(),
                        aRule().withId(3).withPriority(10).build()))
                .isEqualTo(3);
    }

    @Test
    void aRuleThatDoesNotMatchLeavesTheAnswerToTheNext() {
        assertThat(idOfMatch(
                        aQuery().inLocale("de").build(),
                        aRule().withId(1).withPriority(20).forLocale("fr").build(),
                        aRule().withId(2).withPriority(10).build()))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "**", "a*"})
    void aStarWithTooLittleBeforeItMatchesNoChannel(String channel) {
        assertThat(idOfMatch(
                        aQuery().onChannel("aurora").build(),
                        aRule().withId(1).forChannel(channel).build()))
                .isNull();
    }

    @Test
    void aPartnersChannelFallsBackToItsMainOne() {
        assertThat(idOfMatch(
                        aQuery().onChannel("release-cck-acme").build(),
                        aRule().withId(1).forChannel("release").build()))
                .isEqualTo(1);
    }

    @Test
    void aBadVersionIsRefusedEvenIfARuleWithoutAVersionComesFirst() {
        RuleSet rules = RuleSet.of(List.of(
                aRule().withId(1).withPriority(20).build(),
                aRule().withId(2).withPriority(10).forVersion("<38.0").build()));

        assertThatThrownBy(() -> rules.firstMatch(aQuery().atVersion("36").build()))
                .isInstanceOf(BadQueryException.class)
                .hasMessage("Version number 36 is invalid.");
    }

    @Test
    void aBadVersionIsNoMatterWhereNoRuleOfTheChannelHasAVersion() {
        assertThat(idOfMatch(
                        aQuery().onChannel("release").atVersion("36").build(),
                        aRule().withId(1).build(),
                        aRule().withId(2).forChannel("beta").forVersion("<38.0").build()))
                .isEqualTo(1);
    }

    private static @Nullable Long idOfMatch(UpdateQuery query, Rule... rules) {
        Rule match = RuleSet.of(List.of(rules)).firstMatch(query);
        return match == null ? null : match.id().value();
    }
}
