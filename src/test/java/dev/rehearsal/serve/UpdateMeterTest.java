package dev.rehearsal.serve;

import static dev.rehearsal.serve.World.on;
import static dev.rehearsal.serve.World.world;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.serve.UpdateMeter.Outcome;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class UpdateMeterTest {

    private final UpdateMeter meter = new UpdateMeter();
    private final Snapshot snapshot = world().release("New", "136.0")
            .rule(7, "New", "channel", "release")
            .rule(8, "New", "channel", "beta*")
            .snapshot();

    @Test
    void countsAPartnersChannelAsTheOneThatItIsOf() {
        count("release-cck-acme");

        assertThat(scrape())
                .contains("rehearsal_updates_total{channel=\"release\",outcome=\"update\",product=\"Firefox\"} 1.0");
    }

    @Test
    void anyNumberOfMadeUpNamesIsOne() {
        for (int i = 0; i < 10_000; i++) {
            count("beta-" + i);
        }

        assertThat(scrape().lines().filter(line -> line.startsWith("rehearsal_updates_total")))
                .containsExactly(
                        "rehearsal_updates_total{channel=\"other\",outcome=\"update\",product=\"Firefox\"} 10000.0");
    }

    @Test
    void timesAreCountedUpToTheirStep() {
        meter.took(90_000);
        meter.took(240_000);
        meter.took(5_000_000_000L);

        assertThat(scrape())
                .contains("rehearsal_update_seconds_bucket{le=\"1.0E-4\"} 1\n")
                .contains("rehearsal_update_seconds_bucket{le=\"2.5E-4\"} 2\n")
                .contains("rehearsal_update_seconds_bucket{le=\"1.0\"} 2\n")
                .contains("rehearsal_update_seconds_count 3\n")
                .contains("rehearsal_update_seconds_sum 5.00033\n");
    }

    private void count(String channel) {
        meter.tally(snapshot, on(channel).read(), Outcome.UPDATE).increment();
    }

    private String scrape() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        meter.bindTo(registry);
        return registry.scrape();
    }
}
