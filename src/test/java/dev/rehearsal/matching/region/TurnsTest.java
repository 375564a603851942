package dev.rehearsal.matching.region;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.RuleSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule decides for somebody, for nobody, or it cannot be said; here the last of those given comes last. */
class TurnsTest {

    private static Turn last(RuleBuilder... rules) {
        List<Rule> all = new ArrayList<>();
        for (RuleBuilder rule : rules) {
            all.add(rule.withId(all.size() + 1).withPriority(100 - all.size()).build());
        }
        return Turns.of(RuleSet.of(all)).of(all.getLast());
    }

    private static RuleBuilder firefox() {
        return aRule().forProduct("Firefox").forChannel("release");
    }

    private static void assertComes(RuleBuilder... rules) {
        assertThat(last(rules)).isInstanceOf(Turn.Comes.class);
    }

    private static void assertNever(List<Long> because, RuleBuilder... rules) {
        assertThat(last(rules))
                .isInstanceOfSatisfying(
                        Turn.Never.class,
                        never -> assertThat(never.before())
                                .extracting(rule -> rule.id().value())
                                .containsExactlyElementsOf(because));
    }

    @Test
    void aRuleUnderOneForFewerClientsComes() {
        assertComes(firefox().forLocale("de"), firefox());
        assertComes(firefox().forVersion("<140.0"), firefox());
        assertComes(firefox(), firefox().forChannel("release*"));
        assertComes(firefox().forChannel("release-cck-acme"), firefox());
    }

    @Test
    void aRuleUnderOneForItsClientsNeverComes() {
        assertNever(List.of(1L), firefox(), firefox().forLocale("de"));
        assertNever(List.of(1L), firefox().forVersion("<140.0"), firefox().forVersion("<128.0"));
        assertNever(List.of(1L), firefox().forVersion("140.*"), firefox().forVersion("140.0a1"));
        assertNever(List.of(1L), firefox().forChannel("release*"), firefox().forChannel("release-cck-acme"));
        assertNever(List.of(1L), firefox(), firefox().forChannel("release-cck-acme"));
        assertNever(List.of(1L), firefox().forBuildId("<2021"), firefox().forBuildId("<2020"));
        assertNever(List.of(1L), firefox().forMemory("<4096"), firefox().forMemory("<2048"));
        assertNever(List.of(1L), firefox().forLocale("fr,de,en-US"), firefox().forLocale("de,en-US"));
        assertNever(List.of(1L), firefox().forOsVersion("Windows"), firefox().forOsVersion("Windows_NT 6.1 && x64"));
    }

    @Test
    void severalRulesTogetherMayLeaveNobody() {
        assertNever(
                List.of(1L, 3L),
                firefox().forVersion("<140.0"),
                firefox().forLocale("de"),
                firefox().forVersion(">=140.0"),
                firefox());
        assertNever(
                List.of(1L, 2L),
                firefox().forLocale("de"),
                firefox().forLocale("fr"),
                firefox().forLocale("de,fr"));
        assertNever(
                List.of(1L, 2L),
                firefox().forOsVersion("Windows_NT 6,x64"),
                firefox().forOsVersion("Windows_NT 10"),
                firefox().forOsVersion("Windows_NT 6.1,Windows_NT 10.0,Linux x64"));
    }

    @Test
    void aStretchThatNobodyLooksAtKeepsARuleAlive() {
        assertComes(firefox().forVersion("<140.0"), firefox().forVersion(">140.0"), firefox());
        assertComes(firefox().forBuildId("<=20200101000000"), firefox().forBuildId(">=20200101000001"), firefox());
        assertNever(
                List.of(1L, 2L),
                firefox().forMemory("<=2048"),
                firefox().forMemory(">=2049"),
                firefox().forMemory(">0"));
    }

    @Test
    void operatingSystemsThatNoRuleNamesKeepARuleAlive() {
        assertComes(firefox().forOsVersion("Windows"), firefox().forOsVersion("Darwin"), firefox());
        assertComes(firefox().forOsVersion("Windows_NT 6.1"), firefox().forOsVersion("Windows_NT 6"));
    }

    @Test
    void whoDoesNotSayWhetherIsOfAKindOfHisOwn() {
        assertComes(firefox().forMig64(true), firefox().forMig64(false), firefox());
        assertComes(firefox().forJaws(true), firefox().forJaws(false), firefox());
    }

    @Test
    void whatNoClientSaysNeverComes() {
        assertNever(List.of(), firefox().forHeaderArchitecture("ARM"));
        assertNever(List.of(), firefox().forHeaderArchitecture("PPC").forBuildTarget("WINNT_x86-msvc"));
        assertNever(List.of(), firefox().forChannel("*"));
        assertNever(List.of(), firefox().forDistribution("a/b"));
        assertNever(List.of(), firefox().forChannel("a/b"));
        assertNever(List.of(), firefox().forOsVersion("Windows/x64"));
        assertComes(firefox().forHeaderArchitecture("PPC").forBuildTarget("Darwin_ppc-gcc3"));
    }

    @Test
    void clientsThatAskInOlderFormsCountToo() {
        assertComes(firefox().forHeaderArchitecture("Intel"), firefox().forHeaderArchitecture("PPC"), firefox());
        assertComes(firefox().forDistribution("acme,"), firefox().forDistribution("default,"));
    }

    @Test
    void aRuleThatSpoilsTheAnswersOfItsClientsLeavesNobody() {
        Turn turn = last(firefox().forMemory("much"), firefox().forLocale("de").forMemory(">1024"));

        assertThat(turn).isInstanceOfSatisfying(Turn.Never.class, never -> {
            assertThat(never.before()).as("for those who do not say").hasSize(1);
            assertThat(never.failing()).as("for those who do").hasSize(1);
        });
    }

    @Test
    void versionsWithLettersHideWhetherARuleOfTheVpnProductComes() {
        assertThat(last(
                        aRule().forVersion("<38.0a1"),
                        aRule().forVersion(">=38.0a1"),
                        aRule().forProduct("FirefoxVPN").forVersion(">=1.0")))
                .isInstanceOf(Turn.CannotSay.class);
    }
}
