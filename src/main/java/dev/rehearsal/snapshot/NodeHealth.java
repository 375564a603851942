package dev.rehearsal.snapshot;

import dev.rehearsal.enactment.Alarms;
import dev.rehearsal.serve.NodeRole;
import dev.rehearsal.serve.Snapshot;
import dev.rehearsal.serve.SnapshotHolder;
import dev.rehearsal.serve.signature.ContentSignatures;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Reports how this node is, as {@code node} in {@code /actuator/health}: down while its database does not answer,
 * though it goes on serving. Asking costs nothing, so that a database in trouble gets no more of it.
 */
@Component("node")
class NodeHealth implements HealthIndicator {

    private final NodeRole role;
    private final SnapshotHolder serving;
    private final DatabaseWatch database;
    private final ReleasePreloader releases;
    private final Alarms alarms;
    private final ClockWatch clock;
    private final SnapshotOnDisk disk;
    private final ContentSignatures signatures;
    private final Clock time;

    NodeHealth(
            @Value(NodeRole.OPTION) NodeRole role,
            SnapshotHolder serving,
            DatabaseWatch database,
            ReleasePreloader releases,
            Alarms alarms,
            ClockWatch clock,
            SnapshotOnDisk disk,
            ContentSignatures signatures,
            Clock time) {
        this.role = role;
        this.serving = serving;
        this.database = database;
        this.releases = releases;
        this.alarms = alarms;
        this.clock = clock;
        this.disk = disk;
        this.signatures = signatures;
        this.time = time;
    }

    @Override
    public Health health() {
        Health.Builder health = new Health.Builder().up().withDetail("role", role.toString());
        Snapshot snapshot = serving.current();
        if (snapshot != null) {
            health.withDetail("snapshot_version", snapshot.version());
            health.withDetail(
                    "snapshot_age_seconds", serving.age(time.instant()).toSeconds());
        } else if (role.answersClients()) {
            health.down().withDetail("snapshot", "none is loaded: update URLs are answered with 503");
        }
        tellOfTheFile(health);
        signatures.problem().ifPresent(problem -> health.down().withDetail("signing", problem));
        ReleasePreloader.Count count = releases.count();
        health.withDetail("releases_to_serve", count.reachable()).withDetail("releases_in_memory", count.inMemory());
        health.withDetail("alarms", alarms.raised().size());
        clock.offBy()
                .ifPresent(skew -> health.down()
                        .withDetail("clock_off_by", skew.toString())
                        .withDetail("clock", "set this node's clock: until then it enacts nothing by itself"));
        database.awaySince().ifPresent(since -> health.down().withDetail("database_away_since", since.toString()));
        return health.build();
    }

    /** A file that cannot be written is no reason to stop serving; it is one to look. */
    private void tellOfTheFile(Health.Builder health) {
        SnapshotOnDisk.Condition file = disk.condition();
        if (file.written() != null) {
            health.withDetail("snapshot_file_written", file.written().toString());
        }
        if (file.problem() != null) {
            health.withDetail("snapshot_file_problem", file.problem());
        }
    }
}
