package dev.rehearsal.insight.traffic;

import static dev.rehearsal.insight.preview.Rehearsed.aFirefoxRule;
import static dev.rehearsal.insight.traffic.TrafficByHand.RELEASE;
import static dev.rehearsal.insight.traffic.TrafficByHand.and;
import static dev.rehearsal.insight.traffic.TrafficByHand.onRelease;
import static dev.rehearsal.traffic.TrafficSamples.DAY;
import static dev.rehearsal.traffic.TrafficSamples.MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.insight.preview.Rehearsed;
import dev.rehearsal.insight.traffic.LiveTraffic.RuleShare;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.sample.SamplingOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The demo world of Firefox on release: 149.0 for all, 128.0 for those below. */
class LiveTrafficTest {

    private static final Instant SUNDAY = Instant.parse("2026-11-15T00:00:00Z");

    private final Rehearsed rehearsed = Rehearsed.release149();

    private static Population old(long requests) {
        return and(onRelease(), requests, "100.0").build();
    }

    private static Population today() {
        return and(and(onRelease(), 60, "140.0"), 40, "149.0").of(1_000).build();
    }

    private static List<String> told(ReleaseShares shares) {
        return shares.parts().stream()
                .map(part -> "%s %s %.2f"
                        .formatted(part.kind(), part.version(), part.share().estimate()))
                .toList();
    }

    private Rule rule(long id) {
        return Objects.requireNonNull(rehearsed.state().live().rules().get(new RuleId(id)));
    }

    @Test
    void tellsWhichShareOfRequestsGetsWhichReleaseAndWhichIsCurrent() {
        ReleaseShares shares = new TrafficByHand()
                .inDay(today())
                .over(rehearsed)
                .now(RELEASE, DAY)
                .orElseThrow();

        assertThat(told(shares)).containsExactly("UPDATE 149.0 0.60", "NONE null 0.40");
        assertThat(shares.parts().getFirst().share().lower()).isBetween(0.45, 0.60);
        assertThat(shares.sample().asked()).isEqualTo(1_000);
    }

    @Test
    void weighsBothSidesOfARateThatIsQueued() {
        rehearsed
                .set(1, "Ship 150.0", 4)
                .edits(
                        204,
                        Map.of(
                                RuleField.MAPPING, "Firefox-150",
                                RuleField.FALLBACK_MAPPING, "Firefox-149",
                                RuleField.BACKGROUND_RATE, 25));

        LiveTraffic.Sides sides = new TrafficByHand()
                .inDay(today())
                .over(rehearsed)
                .withQueue(RELEASE, DAY)
                .orElseThrow();

        assertThat(told(sides.now())).containsExactly("UPDATE 149.0 0.60", "NONE null 0.40");
        assertThat(told(sides.staged())).containsExactly("UPDATE 149.0 0.45", "NONE null 0.30", "UPDATE 150.0 0.25");
    }

    @Test
    void followsWhatIsLive() {
        LiveTraffic traffic = new TrafficByHand().inDay(today()).over(rehearsed);
        traffic.now(RELEASE, DAY);

        rehearsed.rule(aFirefoxRule(204).withPriority(90).mapsTo("Firefox-150"));

        assertThat(told(traffic.now(RELEASE, DAY).orElseThrow())).containsExactly("UPDATE 150.0 1.00");
    }

    @Test
    void knowsNothingWhereThereIsNoSample() {
        LiveTraffic traffic = new TrafficByHand().inDay(today()).over(rehearsed);

        assertThat(traffic.now(RELEASE, MONTH)).isEmpty();
        assertThat(traffic.ofRules().of(rule(204))).isEqualTo(new RuleTraffic.Unknown());
    }

    @Test
    void tellsWhichShareOfRequestsARuleDecidesFor() {
        LiveTraffic traffic =
                new TrafficByHand().inDay(today()).inMonth(today()).over(rehearsed);

        assertThat(traffic.ofRules().of(rule(204)))
                .isInstanceOfSatisfying(
                        RuleTraffic.Decides.class,
                        decides -> assertThat(decides.channels())
                                .singleElement()
                                .satisfies(channel -> {
                                    assertThat(channel.where()).isEqualTo(RELEASE);
                                    assertThat(channel.share().estimate()).isEqualTo(1);
                                }));
        assertThat(traffic.byRule(RELEASE, DAY)).extracting(RuleShare::rule).containsExactly(new RuleId(204));
    }

    @Test
    void tellsWhenARuleDecidedForSomebodyLast() {
        LiveTraffic traffic = new TrafficByHand()
                .inDay(today())
                .inMonth(old(10))
                .on(SUNDAY.plus(Duration.ofDays(1)), today())
                .on(SUNDAY, old(1))
                .on(SUNDAY.minus(Duration.ofDays(1)), old(1))
                .over(rehearsed);

        assertThat(traffic.ofRules().of(rule(311)))
                .isInstanceOfSatisfying(
                        RuleTraffic.NoneSince.class,
                        none -> assertThat(none.day()).isEqualTo(SUNDAY));
    }

    @Test
    void tellsSinceWhenNobodyIsKnownForWhomARuleDecides() {
        LiveTraffic traffic =
                new TrafficByHand().inDay(today()).inMonth(today()).over(rehearsed);

        assertThat(traffic.ofRules().of(rule(877)))
                .isInstanceOfSatisfying(
                        RuleTraffic.None.class, none -> assertThat(none.since()).isEqualTo(today().from()));
    }

    @Test
    void doesNotSayThatNobodyAskedForWhatSamplesDoNotHold() {
        rehearsed.rule(aFirefoxRule(5).withPriority(500).forDistribution("acme"));
        TrafficByHand requests = new TrafficByHand().inDay(today()).inMonth(today());

        assertThat(requests.over(rehearsed).ofRules().of(rule(5))).isEqualTo(new RuleTraffic.NotSampled());
        SamplingOptions whole =
                new SamplingOptions(true, List.of(), true, 10, Duration.ofHours(1), SamplingOptions.LONGEST);
        assertThat(requests.over(rehearsed, whole).ofRules().of(rule(5))).isInstanceOf(RuleTraffic.None.class);
    }

    @Test
    void countsRequestsOnATestChannelOfEveryProduct() {
        LiveTraffic traffic = new TrafficByHand()
                .counted("Firefox", "release-cdntest", 12)
                .counted("Fenix", "release-cdntest", 3)
                .counted("Firefox", "release", 1_000)
                .over(rehearsed);

        assertThat(traffic.asked("Firefox", "release-cdntest", DAY).asked()).isEqualTo(12);
        assertThat(traffic.asked(null, "release-cdntest", DAY).asked()).isEqualTo(15);
    }
}
