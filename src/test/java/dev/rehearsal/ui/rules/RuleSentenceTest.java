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
    void says_who_gets_what() {
        assertThat(sentence(aFirefoxRule(1).mapsTo("Firefox-150")))
                .isEqualTo("Clients of Firefox on release get Firefox-150 .");
    }

    @Test
    void names_what_is_asked_of_clients() {
        assertThat(sentence(aFirefoxRule(1).forVersion("<140.0").forLocale("ja").mapsTo("Firefox-140")))
                .startsWith("Clients of Firefox on release, if version < 140.0, locale ja, get Firefox-140");
    }

    @Test
    void says_what_becomes_of_the_others_below_100_percent() {
        assertThat(sentence(aFirefoxRule(1)
                        .mapsTo("Firefox-150")
                        .atBackgroundRate(25)
                        .fallsBackTo("Firefox-149")))
                .contains("25 % of those that ask by themselves. The others get Firefox-149");
        assertThat(sentence(aFirefoxRule(1).mapsTo("Firefox-150").atBackgroundRate(25)))
                .contains("The others get nothing");
    }

    @Test
    void says_what_a_star_means() {
        assertThat(sentence(aFirefoxRule(1).forChannel("release*"))).contains("on channels that begin with release ");
        assertThat(sentence(aFirefoxRule(1).forChannel("r*"))).contains("on no channel at all");
    }

    @Test
    void says_that_a_rule_is_for_all() {
        assertThat(sentence(aRule().forProduct(null).forChannel(null)))
                .startsWith("Clients of every product on every channel get ");
    }

    @Test
    void tells_a_major_update() {
        assertThat(sentence(aFirefoxRule(1).asUpdateType(UpdateType.MAJOR))).endsWith(", as a major update.");
    }

    @Test
    void says_that_a_rule_without_a_release_serves_nothing() {
        assertThat(sentence(aFirefoxRule(1).mapsTo(null))).endsWith("get no update: the rule names no release.");
    }

    private static String sentence(RuleBuilder rule) {
        return Page.textOf(new RuleSentence(rule.build()));
    }
}
