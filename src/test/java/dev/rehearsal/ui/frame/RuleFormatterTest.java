package dev.rehearsal.ui.frame;

import static dev.rehearsal.insight.preview.Rehearsed.aFirefoxRule;
import static dev.rehearsal.matching.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.RuleBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleFormatterTest {

    private final RuleFormatter aboutFirefox = new RuleFormatter("Firefox", "release");
    private final RuleFormatter aboutEveryProduct = new RuleFormatter(null, "release");

    @Test
    void aRuleThatAsksNothingMoreIsForEveryone() {
        assertThat(criteria(aFirefoxRule(1))).containsExactly("everyone");
    }

    @Test
    void whatTheTableIsAboutGoesWithoutSayingAndTheRestDoesNot() {
        assertThat(criteria(aRule().forChannel("release*"))).containsExactly("channel release*", "every product");
        assertThat(told(aboutEveryProduct, aFirefoxRule(1))).containsExactly("product Firefox");
    }

    @Test
    void comparisonsAreSetOff() {
        assertThat(criteria(aFirefoxRule(1)
                        .forVersion("<140.0")
                        .forBuildId(">=20260101000000")
                        .forMemory("<=2048")))
                .containsExactly("version < 140.0", "buildID >= 20260101000000", "memory <= 2048 MB");
        assertThat(criteria(aFirefoxRule(1).forVersion("149.0,149.0.1"))).containsExactly("version 149.0 or 149.0.1");
    }

    @Test
    void flagsAreWords() {
        assertThat(criteria(aFirefoxRule(1).forJaws(true).forMig64(false)))
                .containsExactly("with JAWS", "not ready for 64 bit");
    }

    @Test
    void systemsOfOneFamilyAreNamedOnce() {
        assertThat(criteria(aFirefoxRule(1).forOsVersion("Windows_NT 6.1,Windows_NT 6.2,Darwin 15.,Darwin 16.")))
                .containsExactly("Windows_NT 6.1 or 6.2 or Darwin 15. or 16.");
        assertThat(criteria(aFirefoxRule(1).forOsVersion("Windows_NT && (vigil-av 8.")))
                .containsExactly("Windows_NT and (vigil-av 8.");
    }

    @Test
    void aCriterionThatChangesIsToldOldAndNew() {
        ChangingRule row =
                edited(aFirefoxRule(1).forVersion("<128.0"), aFirefoxRule(1).forVersion("<140.0"));

        assertThat(aboutFirefox.criteria(row))
                .containsExactly(new OldAndNew("version < 128.0", "version < 140.0", true));
    }

    @Test
    void aCriterionThatGoesIsToldToo() {
        ChangingRule row = edited(aFirefoxRule(1).forLocale("de"), aFirefoxRule(1));

        assertThat(aboutFirefox.criteria(row)).containsExactly(new OldAndNew("locale de", null, true));
    }

    @Test
    void aFallbackIsToldOnlyWhereSomebodyGetsIt() {
        assertThat(aboutFirefox
                        .fallback(live(aFirefoxRule(1).fallsBackTo("Firefox-149")))
                        .now())
                .isNull();
        assertThat(aboutFirefox
                        .fallback(live(aFirefoxRule(1).atBackgroundRate(25)))
                        .now())
                .isEqualTo("else nothing");
    }

    @Test
    void aRuleIsFoundByWhatItWas() {
        ChangingRule row =
                edited(aFirefoxRule(1).mapsTo("Firefox-149"), aFirefoxRule(1).mapsTo("Firefox-150"));

        assertThat(aboutFirefox.mentions(row, "FOX-149")).isTrue();
        assertThat(aboutFirefox.mentions(row, "fox-151")).isFalse();
    }

    private List<String> criteria(RuleBuilder rule) {
        return told(aboutFirefox, rule);
    }

    private static List<String> told(RuleFormatter formatter, RuleBuilder rule) {
        return formatter.criteria(live(rule)).stream()
                .map(told -> String.valueOf(told.now()))
                .toList();
    }

    private static ChangingRule live(RuleBuilder rule) {
        return ChangingRule.of(rule.build());
    }

    private static ChangingRule edited(RuleBuilder was, RuleBuilder rule) {
        return ChangingRule.from(was.build(), rule.build());
    }
}
