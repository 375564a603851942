package dev.rehearsal.insight.review;

import dev.rehearsal.serve.NodeRole;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells Prometheus what waits for people; worked out once for a state, as for screens, and on nodes that have them. */
@Component
class ReviewMetrics implements MeterBinder {

    private final NodeRole role;
    private final SnapshotKeeper snapshots;
    private final ReadinessOverview readiness;

    ReviewMetrics(@Value(NodeRole.OPTION) NodeRole role, SnapshotKeeper snapshots, ReadinessOverview readiness) {
        this.role = role;
        this.snapshots = snapshots;
        this.readiness = readiness;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        if (role.isForAdmins()) {
            Gauge.builder(
                            "rehearsal.queue.waiting.for.signoffs",
                            () -> snapshots.known().map(this::waiting).orElse(0L))
                    .description("Pending change sets that lack a signoff.")
                    .register(registry);
        }
    }

    private long waiting(NodeState state) {
        ReadinessOverview.SignoffProgress progress = readiness.progress(state);
        return state.queue().stream()
                .filter(set -> !progress.missing(set).isEmpty())
                .count();
    }
}
