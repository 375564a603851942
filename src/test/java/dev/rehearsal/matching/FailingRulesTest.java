package dev.rehearsal.matching;

import static dev.rehearsal.matching.QueryBuilder.aQuery;
import static dev.rehearsal.matching.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Balrog judges all candidates before it takes the first, so one that cannot be judged spoils the answer. */
class FailingRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"36", "36.0esr", "5.0b2", "38.0b3", "bad", "1.2.3.4.5", "136.0 ", "-1.0"})
    void aBadVersionIsABadQueryWhereARuleLooksAtIt(String version) {
        RuleSet rules = rules(aRule().forVersion("<38.0"));
        assertThatExceptionOfType(BadQueryException.class)
                .isThrownBy(() -> rules.firstMatch(aQuery().atVersion(version).build()))
                .withMessage("Version number " + version + " is invalid.");
    }

    @Test
    void aBadVersionDoesNotMatterWhereNoRuleLooksAtIt() {
        Rule rule = aRule().build();
        assertThat(RuleSet.of(List.of(rule))
                        .firstMatch(aQuery().atVersion("bad").build()))
                .isEqualTo(rule);
    }

    @Test
    void aBadVersionSpoilsTheAnswerEvenIfARuleOfHigherPriorityMatches() {
        RuleSet rules = rules(
                aRule().withId(1).withPriority(200),
                aRule().withId(2).withPriority(10).forVersion("<38.0"));
        assertThatThrownBy(() -> rules.firstMatch(aQuery().atVersion("bad").build()))
                .isInstanceOf(BadQueryException.class);
    }

    @Test
    void aRuleForAnotherChannelDoesNotLookAtTheVersion() {
        RuleSet rules = rules(aRule().forChannel("beta").forVersion("<38.0"));
        assertThat(rules.firstMatch(aQuery().atVersion("bad").build())).isNull();
    }

    @Test
    void aRuleForAnotherBuildTargetDoesNotLookAtTheVersion() {
        RuleSet rules = rules(aRule().forBuildTarget("Linux_x86-gcc3").forVersion("<38.0"));
        assertThat(rules.firstMatch(aQuery().atVersion("bad").build())).isNull();
    }

    @Test
    void aRuleForAnotherLocaleLooksAtTheVersionFirst() {
        RuleSet rules = rules(aRule().forLocale("fr").forVersion("<38.0"));
        assertThatThrownBy(() -> rules.firstMatch(aQuery().atVersion("bad").build()))
                .isInstanceOf(BadQueryException.class);
    }

    @Test
    void aBadVersionInARuleIsABadQueryOnceItIsReached() {
        RuleSet rules = rules(aRule().forVersion("120.0,bad"));
        assertThat(rules.firstMatch(aQuery().atVersion("120.0").build())).isNotNull();
        assertThatExceptionOfType(BadQueryException.class)
                .isThrownBy(() -> rules.firstMatch(aQuery().atVersion("121.0").build()))
                .withMessage("Version number bad is invalid.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=4.0", "< 4.0", "<>4.0", "", " 4.0"})
    void aRuleVersionThatComparesNothingIsUnanswerable(String version) {
        RuleSet rules = rules(aRule().forVersion(version));
        assertThatThrownBy(() -> rules.firstMatch(aQuery().build())).isInstanceOf(UnanswerableException.class);
    }

    @Test
    void aBuildIdThatComparesNothingIsUnanswerable() {
        RuleSet rules = rules(aRule().forBuildId("=2024"));
        assertThatThrownBy(() -> rules.firstMatch(aQuery().build())).isInstanceOf(UnanswerableException.class);
    }

    @Test
    void aMemoryThatIsNoNumberIsUnanswerable() {
        RuleSet rules = rules(aRule().forMemory("<abc"));
        assertThatThrownBy(() -> rules.firstMatch(aQuery().build())).isInstanceOf(UnanswerableException.class);
    }

    @Test
    void aMemoryThatIsNoNumberDoesNotMatterToAQueryThatDoesNotTellItsOwn() {
        RuleSet rules = rules(aRule().forMemory("<abc"));
        assertThat(rules.firstMatch(aQuery().withMemory(null).build())).isNotNull();
    }

    @Test
    void whatComesAfterAMismatchIsNotJudged() {
        RuleSet rules = rules(aRule().forBuildId("<2000").forMemory("<abc"));
        assertThat(rules.firstMatch(aQuery().build())).isNull();
    }

    @Test
    void ofSeveralFailuresThatOfTheLowestIdCounts() {
        RuleSet rules = rules(
                aRule().withId(7).withPriority(100).forVersion("bad"),
                aRule().withId(3).withPriority(1).forVersion("worse"));
        assertThatExceptionOfType(BadQueryException.class)
                .isThrownBy(() -> rules.firstMatch(aQuery().build()))
                .withMessage("Version number worse is invalid.");
    }

    @Test
    void lettersAgainstNumbersInVpnVersionsAreUnanswerable() {
        RuleSet rules = rules(aRule().forProduct("FirefoxVPN").forVersion("<2.22.0"));
        assertThatThrownBy(() -> rules.firstMatch(
                        aQuery().ofProduct("FirefoxVPN").atVersion("2.a").build()))
                .isInstanceOf(UnanswerableException.class);
    }

    @Test
    void aGlobInAVpnRuleIsUnanswerableWhereItsStarMeetsANumber() {
        RuleSet rules = rules(aRule().forProduct("FirefoxVPN").forVersion("2.*"));
        assertThatThrownBy(() -> rules.firstMatch(
                        aQuery().ofProduct("FirefoxVPN").atVersion("2.14").build()))
                .isInstanceOf(UnanswerableException.class);
    }

    @Test
    void theGrammarOfTheQuerysProductDecidesAlsoForARuleForEveryProduct() {
        RuleSet rules = rules(aRule().forVersion("<2.22.0"));
        assertThat(rules.firstMatch(
                        aQuery().ofProduct("FirefoxVPN").atVersion("2.21.0.1.1").build()))
                .isNotNull();
        assertThatThrownBy(() -> rules.firstMatch(
                        aQuery().ofProduct("Firefox").atVersion("2.21.0.1.1").build()))
                .isInstanceOf(BadQueryException.class);
    }

    @Test
    void anEmptyVersionIsUnanswerableWhereARuleLooksAtIt() {
        RuleSet rules = rules(aRule().forVersion("<38.0"));
        assertThatThrownBy(() -> rules.firstMatch(aQuery().atVersion("").build()))
                .isInstanceOf(UnanswerableException.class);
    }

    private static RuleSet rules(RuleBuilder... rules) {
        return RuleSet.of(Arrays.stream(rules).map(RuleBuilder::build).toList());
    }
}
