package dev.rehearsal.history.store;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RecordedChange;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change set as a row of its history tells of it: without its changes, which have a history of their own. */
public record RecordedSet(
        ChangeSetId id,
        String title,
        Actor author,
        Instant createdAt,
        Instant due,
        String state,
        Instant contentAt,
        ChangeSet.@Nullable Disarmed disarmed,
        @Nullable Actor armedBy,
        int dataVersion) {

    /** @param as the revision that says this */
    public ChangeSet with(Revision<?> as, List<RecordedChange> changes) {
        Map<ChangeId, List<Actor>> writers = new HashMap<>();
        changes.forEach(change -> writers.put(change.id(), change.writers()));
        return new ChangeSet(
                id,
                title,
                author,
                createdAt,
                due,
                state(as),
                changes.stream().map(RecordedChange::toChange).toList(),
                writers,
                armedBy,
                contentAt,
                dataVersion);
    }

    /** Whether it was in the queue. */
    boolean isPending() {
        return state.equals("pending") && disarmed == null;
    }

    private ChangeSet.State state(Revision<?> as) {
        return switch (state) {
            case "draft" -> new ChangeSet.Draft();
            case "pending" -> disarmed == null ? new ChangeSet.Pending() : disarmed;
            case "held" -> new ChangeSet.Held();
            case "enacted" -> new ChangeSet.Enacted(as.by(), as.at());
            case "withdrawn" -> new ChangeSet.Withdrawn(as.by(), as.at());
            default -> throw new IllegalStateException("unknown state: " + state);
        };
    }
}
