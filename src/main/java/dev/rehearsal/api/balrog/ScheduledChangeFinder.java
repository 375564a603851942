package dev.rehearsal.api.balrog;

import dev.rehearsal.change.ScheduledChanges;
import dev.rehearsal.change.ScheduledChanges.ScheduledChange;
import dev.rehearsal.change.Subject;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeId;
import org.springframework.stereotype.Component;

/** Finds scheduled changes by Balrog's {@code sc_id}, which is told apart by kind in its paths. */
@Component
class ScheduledChangeFinder {

    private final ScheduledChanges scheduledChanges;

    ScheduledChangeFinder(ScheduledChanges scheduledChanges) {
        this.scheduledChanges = scheduledChanges;
    }

    /** @throws RefusedException if there is none of this kind */
    ScheduledChange find(ScheduledKind kind, long scId) {
        return scheduledChanges
                .find(new ChangeId(scId))
                .filter(scheduled -> Subject.of(scheduled.change())
                        .object()
                        .equals(kind.object().wireName()))
                .orElseThrow(() -> ScheduledRow.unknown(scId));
    }
}
