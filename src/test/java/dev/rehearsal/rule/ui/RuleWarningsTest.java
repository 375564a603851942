package dev.rehearsal.rule.ui;

import static dev.rehearsal.preview.Rehearsed.aFirefoxRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.RuleBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleWarningsTest {

    @Test
    void an_everyday_rule_has_none() {
        assertThat(warnings(aFirefoxRule(1).mapsTo("Firefox-150"))).isEmpty();
    }

    @Test
    void a_throttled_rule_without_fallback_leaves_clients_without_update() {
        assertThat(warnings(aFirefoxRule(1).mapsTo("Firefox-150").atBackgroundRate(25)))
                .containsExactly("75 % of clients get no update at all: there is no fallback mapping.");
    }

    @Test
    void a_fallback_that_is_the_mapping_makes_the_rate_pointless() {
        assertThat(warnings(aFirefoxRule(1)
                        .mapsTo("Firefox-150")
                        .fallsBackTo("Firefox-150")
                        .atBackgroundRate(25)))
                .containsExactly("Mapping and fallback mapping are the same release: the rate decides nothing.");
    }

    @Test
    void a_release_of_another_product_is_named_once() {
        assertThat(warnings(aFirefoxRule(1).mapsTo("Petrel-7").fallsBackTo("Petrel-7")))
                .contains("Petrel-7 is a release of Petrel, not of Firefox.")
                .hasSize(2);
    }

    @Test
    void a_star_with_too_little_before_it_matches_nothing() {
        assertThat(warnings(aFirefoxRule(1).mapsTo("Firefox-150").forChannel("*")))
                .singleElement()
                .asString()
                .startsWith("'*' matches no channel");
    }

    private static List<String> warnings(RuleBuilder rule) {
        return RuleWarnings.of(rule.build(), Map.of("Firefox-150", "Firefox", "Petrel-7", "Petrel"));
    }
}
