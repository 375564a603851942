package dev.rehearsal.insight.warning;

import static dev.rehearsal.insight.preview.Rehearsed.aFirefoxRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleFindingsTest {

    private static final Map<ReleaseName, Release> RELEASES = Stream.of("Firefox-150", "Petrel-7")
            .map(name -> new Release(
                    new ReleaseName(name), name.substring(0, name.indexOf('-')), false, 1, new ContentHash("0")))
            .collect(Collectors.toMap(Release::name, release -> release));

    private static List<String> of(RuleBuilder rule) {
        return RuleFindings.of(rule.mapsTo("Firefox-150").build(), null, RELEASES).stream()
                .map(Finding::sentence)
                .toList();
    }

    @Test
    void areNoneOfAnOrdinaryRule() {
        assertThat(of(aFirefoxRule(1))).isEmpty();
        assertThat(of(aFirefoxRule(1).forProduct(null))).isEmpty();
        assertThat(of(aFirefoxRule(1).atBackgroundRate(25).fallsBackTo("Nowhere")))
                .isEmpty();
    }

    @Test
    void tellOfARateWithoutAFallback() {
        assertThat(of(aFirefoxRule(1).atBackgroundRate(25)))
                .containsExactly("75 % of the clients of rule #1 get no update at all: it has no fallback mapping");
    }

    @Test
    void tellOfARateThatDecidesNothing() {
        assertThat(of(aFirefoxRule(1).atBackgroundRate(25).fallsBackTo("Firefox-150")))
                .containsExactly(
                        "mapping and fallback mapping of rule #1 are the same release: the rate decides nothing");
    }

    @Test
    void tellOfAReleaseOfAnotherProduct() {
        assertThat(of(aFirefoxRule(1).fallsBackTo("Petrel-7")))
                .containsExactly("rule #1 is for Firefox, but Petrel-7 is a release of Petrel");
    }

    @Test
    void tellOfAChannelThatMatchesNothing() {
        assertThat(of(aFirefoxRule(1).forChannel("*")))
                .singleElement()
                .asString()
                .startsWith("'*' matches no channel");
    }

    @Test
    void tellOfMappingsThatLeadNowhere() {
        assertThat(RuleFindings.dangling(aFirefoxRule(1).mapsTo("Nowhere").build(), RELEASES))
                .extracting(Finding::sentence)
                .containsExactly(
                        "rule #1 names release 'Nowhere', which does not exist: whom it matches is served nothing");
    }
}
