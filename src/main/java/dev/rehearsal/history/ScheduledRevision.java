package dev.rehearsal.history;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scheduled change as Balrog tells of it: one change, with what its set said at that time.
 *
 * @param <B> what it changes
 * @param changeId numbers the revisions of all change sets in the order in which they were written
 * @param dataVersion of the set
 * @param isEnacted whether this is when it went live
 * @param base the row as it was live then, without what this very set made of it; null where there was none, or where the
 *     change itself holds it
 */
public record ScheduledRevision<B>(
        long changeId,
        Actor by,
        Instant at,
        ChangeSetId set,
        Actor scheduledBy,
        Instant due,
        int dataVersion,
        boolean isEnacted,
        Change change,
        @Nullable B base) {}
