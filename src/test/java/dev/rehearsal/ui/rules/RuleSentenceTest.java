package dev.rehearsal.ui.rules;

import static dev.rehearsal.insight.preview.Rehearsed.aFirefoxRule;
import static dev.rehearsal.matching.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.UpdateType;
import dev.rehearsal.ui.frame.Page;
import org.junit.jupiter.api.Test;

class RuleSentenceTest {

    @Test
    void saysWhoGetsWhat() {
        assertThat(sentence(aFirefoxRule(1).mapsTo("Firefox-150")))
                .isEqualTo("Clients of Firefox on release get Firefox-150 .");
    }

    @Test
    void namesWhatIsAskedOfClients() {
        assertThat(sentence(aFirefoxRule(1).forVersion("<140.0").forLocale("ja").mapsTo("Firefox-140")))
                .startsWith("Clients of Firefox on release, if version < 140.0 and locale ja, get Firefox-140");
    }

    @Test
    void saysWhatBecomesOfTheOthersBelow100Percent() {
        assertThat(sentence(aFirefoxRule(1)
                        .mapsTo("Firefox-150")
                        .atBackgroundRate(25)
                        .fallsBackTo("Firefox-149")))
                .contains("25 % of those that ask by themselves. The others get Firefox-149");
        assertThat(sentence(aFirefoxRule(1).mapsTo("Firefox-150").atBackgroundRate(25)))
                .contains("The others get nothing");
    }

    @Test
    void saysWhatAStarMeans() {
        assertThat(sentence(aFirefoxRule(1).forChannel("release*"))).contains("on channels that begin with release ");
        assertThat(sentence(aFirefoxRule(1).forChannel("r*"))).contains("on no channel at all");
    }

    @Test
    void saysThatARuleIsForAll() {
        assertThat(sentence(aRule().forProduct(null).forChannel(null)))
                .startsWith("Clients of every product on every channel get ");
    }

    @Test
    void tellsAMajorUpdate() {
        assertThat(sentence(aFirefoxRule(1).asUpdateType(UpdateType.MAJOR))).endsWith(", as a major update.");
    }

    @Test
    void saysThatARuleWithoutAReleaseServesNothing() {
        assertThat(sentence(aFirefoxRule(1).mapsTo(null))).endsWith("get no update: the rule names no release.");
    }

    private static String sentence(RuleBuilder rule) {
        return Page.textOf(new RuleSentence(rule.build()));
    }
}
