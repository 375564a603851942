package dev.rehearsal.change;

import dev.rehearsal.change.store.ChangeSetStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import java.util.List;

/**
 * A change as its history keeps it.
 *
 * @param place its place in the set, from 0
 * @param object such as {@code rule}
 * @param changeType insert, update or delete
 * @param target the id or name of the row that it is about
 * @param content as the store of changes writes it
 * @param writers everybody who wrote any of it, the latest last
 */
public record RecordedChange(
        ChangeId id,
        ChangeSetId set,
        int place,
        String object,
        String changeType,
        String target,
        String content,
        List<Actor> writers) {

    /** Returns the changes of a set as its store writes them. */
    public static List<RecordedChange> allOf(ChangeSet set) {
        return ChangeSetStore.recorded(set);
    }

    /** Returns the change with another content. */
    public RecordedChange saying(String other) {
        return new RecordedChange(id, set, place, object, changeType, target, other, writers);
    }

    public Change toChange() {
        return ChangeSetStore.recorded(this);
    }
}
