package dev.rehearsal.snapshot;

import dev.rehearsal.enactment.Alarms;
import dev.rehearsal.serve.Snapshot;
import dev.rehearsal.serve.SnapshotHolder;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Tells Prometheus what this node serves, and how it is with its database; reading it costs nothing. */
@Component
class SnapshotMetrics implements MeterBinder {

    private final SnapshotHolder serving;
    private final SnapshotKeeper snapshots;
    private final DatabaseWatch database;
    private final ReleasePreloader releases;
    private final ClockWatch clock;
    private final SnapshotOnDisk disk;
    private final Alarms alarms;
    private final Clock time;

    SnapshotMetrics(
            SnapshotHolder serving,
            SnapshotKeeper snapshots,
            DatabaseWatch database,
            ReleasePreloader releases,
            ClockWatch clock,
            SnapshotOnDisk disk,
            Alarms alarms,
            Clock time) {
        this.serving = serving;
        this.snapshots = snapshots;
        this.database = database;
        this.releases = releases;
        this.clock = clock;
        this.disk = disk;
        this.alarms = alarms;
        this.time = time;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "rehearsal.snapshot.age",
                        () -> serving.age(time.instant()).toMillis() / 1e3)
                .baseUnit("seconds")
                .description("How long it is since the database was known to hold what is served.")
                .register(registry);
        Gauge.builder("rehearsal.snapshot.version", this::version)
                .description("The version that is served; -1 while there is none.")
                .register(registry);
        FunctionCounter.builder(
                        "rehearsal.snapshot.file.failures",
                        disk,
                        kept -> kept.condition().failures())
                .description("How often the snapshot file could not be written, or was refused.")
                .register(registry);
        Gauge.builder("rehearsal.database.up", () -> database.awaySince().isPresent() ? 0 : 1)
                .description("Whether the database answered the last time.")
                .register(registry);
        Gauge.builder("rehearsal.clock.offset", () -> clock.skew().toMillis() / 1e3)
                .baseUnit("seconds")
                .description("By how much this node's clock is ahead of the database's.")
                .register(registry);
        Gauge.builder(
                        "rehearsal.queue.sets",
                        () -> snapshots
                                .known()
                                .map(state -> state.queue().size())
                                .orElse(0))
                .description("Change sets that are pending.")
                .register(registry);
        Gauge.builder("rehearsal.releases.reachable", () -> releases.count().reachable())
                .description("Releases that an answer may be made of.")
                .register(registry);
        Gauge.builder("rehearsal.releases.in.memory", () -> releases.count().inMemory())
                .description("How many of these are loaded.")
                .register(registry);
        Gauge.builder("rehearsal.alarms", () -> alarms.raised().size())
                .description("Times that something else went live than what was judged, since the start.")
                .register(registry);
    }

    private long version() {
        Snapshot snapshot = serving.current();
        return snapshot == null ? -1 : snapshot.version();
    }
}
