package dev.rehearsal.traffic;

import static dev.rehearsal.traffic.TrafficWorld.RELEASE;
import static dev.rehearsal.traffic.TrafficWorld.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.impact.RequestClass;
import dev.rehearsal.serve.sample.SamplingOptions;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.traffic.TrafficWorld.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of samples as time goes by. */
@EachDatabase
class TrafficRoundsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final TrafficWorld world;

    TrafficRoundsTest(TestDatabase database) {
        world = new TrafficWorld(database);
    }

    @Test
    void whatWasAskedIsThereOnceItsHourIsOver() {
        Node node = world.node("a");
        node.requests.come(3, "release", "115.0");
        node.requests.come(1, "release", "120.0");
        world.clock.advance(HOUR);
        node.rounds.next();

        assertThat(node.traffic.find(RELEASE, TrafficSamples.DAY)).hasValueSatisfying(population -> {
            assertThat(population.where()).isEqualTo(RELEASE);
            assertThat(population.asked()).isEqualTo(4);
            assertThat(versions(population)).containsExactlyInAnyOrderEntriesOf(Map.of("115.0", 3L, "120.0", 1L));
            assertThat(population.from()).isEqualTo(TestClock.START);
            assertThat(population.until()).isEqualTo(TestClock.START.plus(HOUR));
            assertThat(population.source()).isEqualTo("a sample of the requests that this installation answered");
        });
    }

    @Test
    void whatCameBeforeTheEndOfANodeIsThere() {
        Node node = world.node("a");
        node.requests.come(2, "release", "115.0");
        node.rounds.end();

        assertThat(node.traffic.find(RELEASE, TrafficSamples.DAY))
                .hasValueSatisfying(population -> assertThat(population.asked()).isEqualTo(2));
    }

    @Test
    void whatSeveralNodesSampledIsOnePopulation() {
        Node one = world.node("a");
        Node other = world.node("b");
        one.requests.come(2, "release", "115.0");
        other.requests.come(5, "release", "120.0");
        world.clock.advance(HOUR);
        one.rounds.next();
        other.rounds.next();

        assertThat(one.traffic.find(RELEASE, TrafficSamples.DAY)).hasValueSatisfying(population -> {
            assertThat(population.asked()).isEqualTo(7);
            assertThat(versions(population)).containsExactlyInAnyOrderEntriesOf(Map.of("115.0", 2L, "120.0", 5L));
        });
    }

    @Test
    void theHoursOfSeveralNodesBecomeOneAnHourLater() {
        world.samples.put(world.span("a", RELEASE, TestClock.START, HOUR, sample(10, Map.of("115.0", 10L))));
        world.samples.put(world.span("b", RELEASE, TestClock.START, HOUR, sample(30, Map.of("120.0", 30L))));
        Node node = world.node("c");
        world.clock.advance(HOUR.multipliedBy(2));
        node.rounds.next();

        assertThat(world.samples.heads()).hasSize(1);
        assertThat(node.traffic.find(RELEASE, TrafficSamples.DAY)).hasValueSatisfying(population -> {
            assertThat(population.asked()).isEqualTo(40);
            assertThat(population.sampled()).isEqualTo(40);
        });
    }

    @Test
    void theHoursOfADayBecomeOneThinnerSampleOnceTheyAreADayOld() {
        SamplingOptions options = new SamplingOptions(true, List.of(), false, 6_000, HOUR, SamplingOptions.LONGEST);
        Instant midnight = Instant.parse("2026-03-02T00:00:00Z");
        for (int hour = 0; hour < 24; hour++) {
            world.samples.put(world.span(
                    "a",
                    RELEASE,
                    midnight.plus(HOUR.multipliedBy(hour)),
                    HOUR,
                    sample(1_000, Map.of("115.0", 90L, "120.0", 30L))));
        }
        Node node = world.node("a", options);
        world.clock.advance(Duration.ofHours(63));
        node.rounds.next();

        assertThat(world.samples.heads()).singleElement().satisfies(head -> {
            assertThat(head.from()).isEqualTo(midnight);
            assertThat(head.until()).isEqualTo(midnight.plus(Duration.ofDays(1)));
            assertThat(head.kept()).isEqualTo(options.perDay());
        });
        assertThat(node.traffic.on(RELEASE, TrafficSamples.MONTH).asked()).isEqualTo(24_000);
    }

    @Test
    void whatIsThirtyDaysOldIsGone() {
        world.samples.put(world.span("a", RELEASE, TestClock.START, HOUR, sample(1, Map.of("115.0", 1L))));
        Node node = world.node("a");
        world.clock.advance(Duration.ofDays(30));
        node.rounds.next();
        assertThat(world.samples.heads()).hasSize(1);

        world.clock.advance(Duration.ofMillis(1));
        node.rounds.next();

        assertThat(world.samples.heads()).isEmpty();
    }

    @Test
    void whatIsTooOldIsNotShownThoughNobodyHasDeletedIt() {
        world.samples.put(world.span("a", RELEASE, TestClock.START, HOUR, sample(1, Map.of("115.0", 1L))));
        Node node = world.node("a");
        world.clock.advance(Duration.ofDays(30).plusHours(1));

        assertThat(node.traffic.find(RELEASE, Duration.ofDays(365))).isEmpty();
        assertThat(node.traffic.all(Duration.ofDays(365))).isEmpty();
    }

    @Test
    void whereNothingIsToBeSampledWhatWasIsDeleted() {
        world.samples.put(world.span("a", RELEASE, TestClock.START, HOUR, sample(1, Map.of("115.0", 1L))));
        Node node =
                world.node("a", new SamplingOptions(false, List.of(), false, 100_000, HOUR, SamplingOptions.LONGEST));
        node.rounds.next();

        assertThat(world.samples.heads()).isEmpty();
    }

    @Test
    void aProductThatIsNotToBeSampledIsDeletedAlone() {
        ProductChannel other = new ProductChannel("Thunderbird", "release");
        world.samples.put(world.span("a", RELEASE, TestClock.START, HOUR, sample(1, Map.of("115.0", 1L))));
        world.samples.put(world.span("a", other, TestClock.START, HOUR, sample(1, Map.of("115.0", 1L))));
        Node node = world.node(
                "a", new SamplingOptions(true, List.of("Thunderbird"), false, 100_000, HOUR, SamplingOptions.LONGEST));
        node.rounds.next();

        assertThat(world.samples.heads()).extracting(SampledSpan.Head::where).containsExactly(RELEASE);
    }

    @Test
    void whatHasNotBeenWrittenYetCountsToo() {
        Node node = world.node("a");
        node.requests.come(3, "release", "115.0");
        world.clock.advance(HOUR);
        node.rounds.next();
        node.requests.come(2, "release", "115.0");
        world.clock.advance(Duration.ofMinutes(7));
        node.rounds.next();

        assertThat(node.traffic.on(RELEASE, TrafficSamples.DAY))
                .isEqualTo(new RequestCount(5, TestClock.START.plus(Duration.ofMinutes(67))));
    }

    @Test
    void whatARestoredDatabaseHoldsUnderTheSameNumberIsReadAnew() {
        world.samples.put(world.span("a", RELEASE, TestClock.START, HOUR, sample(1, Map.of("115.0", 1L))));
        Node node = world.node("a");
        assertThat(node.traffic.find(RELEASE, TrafficSamples.DAY)).isPresent();
        long number = world.samples.heads().getFirst().id();
        world.samples.deleteAll();
        world.samples.put(world.span("a", RELEASE, TestClock.START, HOUR, sample(7, Map.of("120.0", 7L))));
        world.database
                .bean(JdbcClient.class)
                .sql("update traffic_samples set id = ?")
                .param(number)
                .update();
        world.clock.advance(Duration.ofSeconds(11));

        assertThat(node.traffic.find(RELEASE, TrafficSamples.DAY))
                .hasValueSatisfying(population -> assertThat(population.asked()).isEqualTo(7));
    }

    @Test
    void whatCannotBeWrittenWaitsUntilTheDatabaseIsBack() {
        Node node = world.node("a");
        world.away(true);
        for (int hour = 0; hour < 3; hour++) {
            node.requests.come(2, "release", "115.0");
            world.clock.advance(HOUR);
            node.rounds.next();
        }
        world.away(false);
        node.rounds.next();

        assertThat(node.traffic.find(RELEASE, TrafficSamples.DAY))
                .hasValueSatisfying(
                        population -> assertThat(population.sampled()).isEqualTo(6));
    }

    @Test
    void whatWaitsForTooLongIsGivenUpButCounted() {
        Node node = world.node("a");
        world.away(true);
        for (int hour = 0; hour < 18; hour++) {
            node.requests.noise(2_000, hour);
            world.clock.advance(HOUR);
            node.rounds.next();
        }
        world.away(false);
        node.rounds.next();

        assertThat(world.samples.heads())
                .first()
                .satisfies(head -> assertThat(head.kept()).isZero());
        assertThat(world.samples.heads())
                .last()
                .satisfies(head -> assertThat(head.kept()).isEqualTo(2_000));
        assertThat(node.traffic.on(RELEASE, TrafficSamples.DAY).asked()).isEqualTo(36_000);
    }

    @Test
    void writtenTwiceItIsThereOnce() {
        SampledSpan span = world.span("a", RELEASE, TestClock.START, HOUR, sample(1, Map.of("115.0", 1L)));
        world.samples.put(span);
        world.samples.put(span);

        assertThat(world.samples.heads()).hasSize(1);
    }

    private static Map<String, Long> versions(Population population) {
        return population.classes().stream()
                .collect(Collectors.toMap(one -> one.query().version(), RequestClass::requests));
    }
}
