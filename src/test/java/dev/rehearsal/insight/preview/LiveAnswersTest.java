package dev.rehearsal.insight.preview;

import static dev.rehearsal.insight.preview.Rehearsed.aFirefoxRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.insight.preview.LiveAnswer.Given;
import dev.rehearsal.insight.preview.LiveAnswer.NoUpdate;
import dev.rehearsal.insight.preview.LiveAnswer.Version;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.staging.ProductChannel;
import org.junit.jupiter.api.Test;

/** What a current client without special properties gets. */
class LiveAnswersTest {

    @Test
    void areWhatTheMainRuleServesThoughWatershedsAndLocalesComeBefore() {
        assertThat(on("release", Rehearsed.release149()).main()).isEqualTo(version("149"));
    }

    @Test
    void tellTheRateAndWhatTheOthersGet() {
        LiveAnswer answer = on(
                "release",
                Rehearsed.release149()
                        .rule(aFirefoxRule(204)
                                .withPriority(90)
                                .mapsTo("Firefox-150")
                                .fallsBackTo("Firefox-149")
                                .atBackgroundRate(25)));

        assertThat(answer.main()).isEqualTo(version("150"));
        assertThat(answer.rate()).isEqualTo(25);
        assertThat(answer.otherwise()).isEqualTo(version("149"));
    }

    @Test
    void tellThatTheOthersGetNothingWhereThereIsNoFallback() {
        LiveAnswer answer = on(
                "release",
                Rehearsed.release149()
                        .rule(aFirefoxRule(204)
                                .withPriority(90)
                                .mapsTo("Firefox-150")
                                .atBackgroundRate(25)));

        assertThat(answer.otherwise()).isEqualTo(new NoUpdate(null));
    }

    @Test
    void passOverRulesForSystemsBuildsMemoryAndDistributions() {
        Rehearsed special = Rehearsed.release149()
                .rule(aFirefoxRule(1)
                        .withPriority(500)
                        .forOsVersion("Windows_NT 10.0,Windows_NT")
                        .mapsTo("Firefox-128"))
                .rule(aFirefoxRule(2)
                        .withPriority(500)
                        .forBuildId("<20270101000000")
                        .mapsTo("Firefox-128"))
                .rule(aFirefoxRule(3).withPriority(500).forMemory("<2048").mapsTo("Firefox-128"))
                .rule(aFirefoxRule(4)
                        .withPriority(500)
                        .forDistribution("partner")
                        .mapsTo("Firefox-128"))
                .rule(aFirefoxRule(5).withPriority(500).forMig64(true).mapsTo("Firefox-128"))
                .rule(aFirefoxRule(6).withPriority(500).forInstructionSet("SSE").mapsTo("Firefox-128"))
                .rule(aFirefoxRule(7).withPriority(500).forJaws(true).mapsTo("Firefox-128"));

        assertThat(on("release", special).main()).isEqualTo(version("149"));
    }

    @Test
    void areWhatALimitedRuleServesToAllBelowIt() {
        assertThat(on(
                                "beta",
                                Rehearsed.release149()
                                        .rule(aFirefoxRule(1)
                                                .forChannel("beta")
                                                .forVersion("<150.0")
                                                .mapsTo("Firefox-150")))
                        .main())
                .isEqualTo(version("150"));
    }

    @Test
    void tellUpToWhereUpdatesGoWhereARuleEndsThem() {
        Rehearsed ended =
                Rehearsed.release149().rule(aFirefoxRule(204).withPriority(90).mapsTo(null));

        assertThat(on("release", ended).main()).isEqualTo(new NoUpdate("128.0"));
    }

    @Test
    void areNoUpdateWhereNoRuleMatches() {
        LiveAnswer answer = on("nightly", Rehearsed.release149());

        assertThat(answer.main()).isEqualTo(new NoUpdate(null));
        assertThat(answer.rule()).isNull();
    }

    @Test
    void areNoUpdateWhereTheReleaseIsNotThere() {
        Rehearsed dangling = Rehearsed.nothing().rule(aFirefoxRule(1).mapsTo("Firefox-404"));

        assertThat(on("release", dangling).main()).isEqualTo(new NoUpdate(null));
    }

    @Test
    void areAnErrorWhereARuleCannotBeJudged() {
        Rehearsed broken = Rehearsed.release149().rule(aFirefoxRule(1).forVersion("<nonsense"));

        assertThat(on("release", broken).main()).isInstanceOf(LiveAnswer.Failure.class);
    }

    @Test
    void areFoundWhereOnlyAnotherPlatformHasRules() {
        Rehearsed android = Rehearsed.release149()
                .rule(aFirefoxRule(1)
                        .forChannel("nightly")
                        .forBuildTarget("Linux_x86_64-gcc3")
                        .mapsTo("Firefox-150"));

        assertThat(on("nightly", android).main()).isEqualTo(version("150"));
    }

    @Test
    void comeAlsoFromWhatIsQueued() {
        assertThat(Rehearsed.shipping150()
                        .overview()
                        .liveChannels()
                        .getFirst()
                        .testChannels()
                        .getFirst()
                        .answers())
                .hasEntrySatisfying("Firefox", answer -> {
                    assertThat(answer.main()).isEqualTo(version("150"));
                    assertThat(answer.rate()).isEqualTo(50);
                });
    }

    @Test
    void areThereForEachProductOfAMappingForEvery() {
        Rehearsed both = Rehearsed.nothing()
                .release("Firefox-150", "150.0")
                .rule(aFirefoxRule(1).mapsTo("Firefox-150"))
                .rule(aFirefoxRule(2).forProduct("Thunderbird").mapsTo("Firefox-150"))
                .mapping(null, "release", "release-cdntest");

        assertThat(both.overview().liveChannels().getFirst().answers()).containsOnlyKeys("Firefox", "Thunderbird");
    }

    @Test
    void areThereForChannelsThatAreNotMapped() {
        Rehearsed more = Rehearsed.release149()
                .rule(aFirefoxRule(1).forChannel("nightly*").mapsTo("Firefox-150"))
                .rule(aFirefoxRule(2).forChannel("beta-cck-*").mapsTo("Firefox-150"))
                .rule(aFirefoxRule(990).forChannel("release-cdntest"))
                .rule(RuleBuilder.aRule().withId(41).forProduct("Media").forChannel(null))
                .rule(RuleBuilder.aRule().withId(42).forProduct(null).forChannel("anything"));

        assertThat(CurrentClients.unmapped(more.state()))
                .containsExactlyInAnyOrder(
                        new ProductChannel("Firefox", "nightly"),
                        new ProductChannel("Firefox", "beta"),
                        new ProductChannel("Media", CurrentClients.NO_CHANNEL));
    }

    private static LiveAnswer on(String channel, Rehearsed rehearsed) {
        return CurrentClient.answer(rehearsed.state().live(), rehearsed.contents(), "Firefox", channel);
    }

    private static Given version(String major) {
        return new Version(new ReleaseName("Firefox-" + major), major + ".0");
    }
}
