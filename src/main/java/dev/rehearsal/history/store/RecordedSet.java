package dev.rehearsal.history.store;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.history.Revision;
import dev.rehearsal.journal.Actor;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.List;

/** A change set as a row of its history tells of it: without its changes, which have a history of their own. */
public record RecordedSet(
        ChangeSetId id, String title, Actor author, Instant createdAt, Instant due, String state, int dataVersion) {

    /** @param as the revision that says this */
    public ChangeSet with(Revision<?> as, List<Change> changes) {
        return new ChangeSet(id, title, author, createdAt, due, state(as), changes, dataVersion);
    }

    private ChangeSet.State state(Revision<?> as) {
        return switch (state) {
            case "draft" -> new ChangeSet.Draft();
            case "pending" -> new ChangeSet.Pending();
            case "held" -> new ChangeSet.Held();
            case "enacted" -> new ChangeSet.Enacted(as.by(), as.at());
            case "withdrawn" -> new ChangeSet.Withdrawn(as.by(), as.at());
            default -> throw new IllegalStateException("unknown state: " + state);
        };
    }
}
