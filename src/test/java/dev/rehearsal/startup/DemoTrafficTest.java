package dev.rehearsal.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.traffic.InventedTraffic;
import dev.rehearsal.traffic.TrafficCounts;
import dev.rehearsal.traffic.TrafficSamples;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoTrafficTest {

    private static final ProductChannel RELEASE = new ProductChannel("Heron", "release");
    private static final ProductChannel TESTED = new ProductChannel("Heron", "release-cdntest");

    private final TestDatabase database = TestDatabase.H2.emptied();
    private final TrafficSamples traffic = database.bean(TrafficSamples.class);
    private final TrafficCounts counts = database.bean(TrafficCounts.class);

    @BeforeEach
    void invent() {
        new DemoTraffic(database.bean(InventedTraffic.class)).invent(TestClock.START);
    }

    private Population release() {
        return traffic.find(RELEASE, TrafficSamples.MONTH).orElseThrow();
    }

    @Test
    void saysThatItIsInvented() {
        assertThat(release().source()).isEqualTo("requests invented for the demo");
    }

    @Test
    void isOfThreeWeeks() {
        assertThat(release().asked()).isBetween(45_000_000L, 55_000_000L);
        assertThat(release().sampled()).isBetween(10_000L, 15_000L);
        assertThat(counts.on(RELEASE, TrafficSamples.DAY).asked()).isBetween(2_000_000L, 2_800_000L);
        assertThat(traffic.find(RELEASE, TrafficSamples.DAY).orElseThrow().sampled())
                .isBetween(1_800L, 2_800L);
    }

    @Test
    void isTheSameEachTime() {
        List<?> first = release().classes();
        invent();

        assertThat(release().classes()).isEqualTo(first);
    }

    @Test
    void someOfItComesFromOldSystemsAndFromPartners() {
        assertThat(release().classes()).anyMatch(one -> one.query().osVersion().startsWith("Windows_NT 6.1"));
        assertThat(release().classes()).anyMatch(one -> one.query().channel().equals("release-cck-ferrynet"));
    }

    @Test
    void testersWereThereToo() {
        assertThat(counts.on(TESTED, TrafficSamples.DAY).asked()).isEqualTo(41);
        assertThat(counts.on(new ProductChannel("Heron", "beta-cdntest"), TrafficSamples.MONTH)
                        .last())
                .isNull();
    }
}
