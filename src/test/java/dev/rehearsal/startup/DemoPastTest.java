package dev.rehearsal.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.history.PastStates;
import dev.rehearsal.insight.timemachine.Timeline;
import dev.rehearsal.insight.traffic.LiveTraffic;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.sample.RunningDemo;
import dev.rehearsal.serve.impact.Got;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.traffic.TrafficSamples;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo as people start it, with its three weeks. */
class DemoPastTest {

    private static final Actor GRETA = new Actor("greta@rehearsal.example");

    private static RunningDemo demo;

    @BeforeAll
    static void start() {
        demo = RunningDemo.start("--rehearsal.demo.past=true");
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void wentThroughTenSetsOfWhichOneWasWithdrawn() {
        assertThat(demo.bean(ChangeSets.class).ended(50).stream()
                        .filter(set -> set.state() instanceof ChangeSet.Enacted)
                        .filter(set -> set.author().name().startsWith("ada")))
                .hasSize(9);
        assertThat(demo.bean(ChangeSets.class).inState("withdrawn", 50)).hasSize(1);
    }

    @Test
    void wasOtherwiseFifteenDaysAgo() {
        Instant then = Instant.now().minus(Duration.ofDays(15));

        assertThat(Objects.requireNonNull(demo.bean(PastStates.class)
                                .at(then)
                                .live()
                                .rules()
                                .get(new RuleId(204)))
                        .backgroundRate())
                .isEqualTo(50);
    }

    @Test
    void isNowWhatItsDatasetSays() {
        assertThat(Objects.requireNonNull(demo.bean(SnapshotKeeper.class)
                                .current()
                                .live()
                                .rules()
                                .get(new RuleId(204)))
                        .backgroundRate())
                .isEqualTo(100);
        assertThat(demo.bean(SnapshotKeeper.class).current().queue())
                .hasSize(6)
                .allSatisfy(set -> assertThat(set.due()).isAfter(Instant.now()));
    }

    @Test
    void hardlyAnyOfItsClientsGetAnError() {
        LiveTraffic traffic = demo.bean(LiveTraffic.class);

        assertThat(DemoChannel.ALL)
                .allSatisfy(channel -> assertThat(
                                traffic.now(channel.where(), TrafficSamples.DAY).orElseThrow().parts().stream()
                                        .filter(part -> part.kind() == Got.Kind.REFUSED)
                                        .mapToDouble(part -> part.share().estimate())
                                        .sum())
                        .as(channel.where().toString())
                        .isLessThan(0.02));
    }

    @Test
    void theTimeMachineStepsThroughIt() {
        assertThat(demo.bean(Timeline.class).until(GRETA, "Heron", "release", Instant.now(), 40))
                .hasSizeGreaterThan(12);
    }
}
