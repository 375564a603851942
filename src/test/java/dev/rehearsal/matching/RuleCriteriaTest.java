package dev.rehearsal.matching;

import static dev.rehearsal.matching.QueryBuilder.aQuery;
import static dev.rehearsal.matching.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleCriteriaTest {

    @Test
    void aRuleThatAsksForNothingMatchesEveryQuery() {
        assertThat(matches(aRule(), aQuery())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "release,         release-cck-foo,       true",
        "release*,        release-cdntest,       true",
        "release*,        release,               true",
        "release*,        releasetest-cck-x,     true",
        "release-cck-*,   release-cck-foo,       true",
        "release-cck-foo, release,               false",
        "a*,              abc,                   false",
        "*,               release,               false",
        "**,              release,               false",
        "ab*,             ab,                    true",
        "ab*,             abc,                   true",
        "re*ease,         release,               false",
        "r*test*,         r*test-x,              true",
        "r*test*,         releasetest,           false",
        "release-cdntest, release-cdntest-cck-z, true",
        "Release,         release,               false",
    })
    void aChannelMatchesByNameOrPrefixAndAPartnersAlsoAsItsMainChannel(String rule, String query, boolean expected) {
        assertThat(matches(aRule().forChannel(rule), aQuery().onChannel(query))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    36.0      | 36.0.0       | true
                    36.0      | 36.0.1       | false
                    <38.0     | 38.0a1       | true
                    38.0      | 38.0a1       | false
                    38.*      | 38.0a1       | true
                    80.0.*    | 80.0.0       | true
                    80.0.*    | 800.0.1      | false
                    78.8.*    | 78.80.1      | false
                    78.8.*    | 78.8         | true
                    36.0,36.1 | 36.1         | true
                    36.0,36.1 | 36.2         | false
                    <36.0     | 3.6.3plugin1 | true
                    <36.0     | 4.0b12       | true
                    <36.0     | 1.5.0.12     | true
                    >38.0-1   | 38.0.1       | true
                    >=38.0    | 38.0         | true
                    <=38.0    | 38.0.1       | false
                    """)
    void aVersionMatchesByEqualityComparisonOrGlob(String rule, String query, boolean expected) {
        assertThat(matches(aRule().forVersion(rule), aQuery().atVersion(query))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "<2017,           20170504030201, false",
        "<20170504030202, 20170504030201, true",
        ">=9,             20170504030201, false",
        "20170504030201,  20170504030201, true",
    })
    void buildIdsCompareAsText(String rule, String query, boolean expected) {
        assertThat(matches(aRule().forBuildId(rule), aQuery().withBuildId(query)))
                .isEqualTo(expected);
    }

    @Test
    void aQueryWithoutBuildIdHasTheEmptyOne() {
        assertThat(matches(aRule().forBuildId("<2017"), aQuery().withBuildId(null)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({">2048, 4096, true", ">2048, 10, false", "4096, 4096, true", "<=4096, 4097, false", "<4_096, 4095, true"
    })
    void memoryComparesAsANumber(String rule, int megabytes, boolean expected) {
        assertThat(matches(aRule().forMemory(rule), aQuery().withMemory(megabytes)))
                .isEqualTo(expected);
    }

    @Test
    void aQueryThatDoesNotTellItsMemoryMatchesAny() {
        assertThat(matches(aRule().forMemory(">2048"), aQuery().withMemory(null)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Windows && (websense-      | Windows_NT 6.1 (websense-x) | true
                    Windows && (websense-      | Windows_NT 6.1              | false
                    Darwin 6                   | Darwin 60                   | true
                    Darwin 6,Linux             | Linux 5.15                  | true
                    a,                         | Windows_NT 6.1              | true
                    windows                    | Windows_NT 6.1              | false
                    """)
    void anOperatingSystemMatchesByTheTermsThatOccurInIt(String rule, String query, boolean expected) {
        assertThat(matches(aRule().forOsVersion(rule), aQuery().onOsVersion(query)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"SSE, SSE3, false", "'MMX, SSE', SSE, false", "'MMX,SSE', SSE, true"})
    void anInstructionSetIsOneOfAListAsItIsWritten(String rule, String query, boolean expected) {
        assertThat(matches(aRule().forInstructionSet(rule), aQuery().withInstructionSet(query)))
                .isEqualTo(expected);
    }

    @Test
    void anInstructionSetThatCouldNotBeReadIsInNoList() {
        assertThat(matches(aRule().forInstructionSet("SSE,"), aQuery().withInstructionSet(null)))
                .isFalse();
    }

    @Test
    void anInstructionSetThatWasNotSentIsTheEmptyOne() {
        assertThat(matches(aRule().forInstructionSet("SSE,"), aQuery().withInstructionSet("")))
                .isTrue();
    }

    @Test
    void aDistributionIsOneOfAList() {
        assertThat(matches(aRule().forDistribution("yandex,aol"), aQuery().inDistribution("aol")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'de,fr', de, true", "'de,fr', en, false", "de, de-AT, false"})
    void aLocaleIsOneOfAList(String rule, String query, boolean expected) {
        assertThat(matches(aRule().forLocale(rule), aQuery().inLocale(query))).isEqualTo(expected);
    }

    @Test
    void aQueryWithoutLocaleMatchesNoRuleThatNamesOne() {
        assertThat(matches(aRule().forLocale("de"), aQuery().inLocale(null))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true",
        "true, false, false",
        "true, , false",
        "false, , false",
        "false, false, true",
        ", , true"
    })
    void aFlagMustBeSentAndBeEqual(@Nullable Boolean rule, @Nullable Boolean query, boolean expected) {
        assertThat(matches(aRule().forMig64(rule), aQuery().withMig64(query))).isEqualTo(expected);
        assertThat(matches(aRule().forJaws(rule), aQuery().withJaws(query))).isEqualTo(expected);
    }

    @Test
    void aQueryWithoutDistVersionMatchesOnlyRulesWithoutOne() {
        assertThat(matches(aRule().forDistVersion("1.0"), aQuery().withDistVersion(null)))
                .isFalse();
        assertThat(matches(aRule(), aQuery().withDistVersion(null))).isTrue();
    }

    @Test
    void aQueryWithoutHeaderArchitectureMatchesOnlyRulesWithoutOne() {
        assertThat(matches(aRule().forHeaderArchitecture("PPC"), aQuery().withHeaderArchitecture(null)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"firefox", "Firefox ", ""})
    void aProductMatchesExactly(String other) {
        assertThat(matches(aRule().forProduct("Firefox"), aQuery().ofProduct(other)))
                .isFalse();
    }

    @Test
    void aBuildTargetMatchesExactly() {
        RuleBuilder rule = aRule().forBuildTarget("WINNT_x86_64-msvc");
        assertThat(matches(rule, aQuery().onBuildTarget("WINNT_x86_64-msvc-x64")))
                .isFalse();
        assertThat(matches(rule, aQuery().onBuildTarget("WINNT_x86_64-msvc"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"<2.22.0, 2.21.9, true", "1.0, 1.0.0, false", ">2.0, 2.0b1, true", ">=2.0, 2.0~beta1, true"})
    void theVpnComparesVersionsLoosely(String rule, String query, boolean expected) {
        assertThat(matches(
                        aRule().forProduct("FirefoxVPN").forVersion(rule),
                        aQuery().ofProduct("FirefoxVPN").atVersion(query)))
                .isEqualTo(expected);
    }

    private static boolean matches(RuleBuilder rule, QueryBuilder query) {
        return RuleSet.of(List.of(rule.build())).firstMatch(query.build()) != null;
    }
}
