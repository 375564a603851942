package dev.rehearsal.history;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object, as one write changed it.
 *
 * @param object what kind it is, such as {@code rule}
 * @param key what tells it from others of its kind: an id, a name, or several joined by {@code /}
 * @param changeSet the set through which it was written, or which it is about; null where there is none
 * @param fields those that differ, by the names that the API has for them, in the order that forms use
 */
public record JournalEntry(
        Instant at,
        Actor by,
        String object,
        String key,
        @Nullable ChangeSetId changeSet,
        Kind change,
        Map<String, FieldChange> fields) {

    /** The kinds of entry tell what became of the object. */
    public enum Kind {
        ADDED,
        EDITED,
        REMOVED
    }
}
