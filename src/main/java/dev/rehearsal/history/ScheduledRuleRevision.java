package dev.rehearsal.history;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scheduled change of a rule as Balrog tells of it: one change, with what its set said at that time.
 *
 * @param changeId numbers the revisions of all change sets in the order in which they were written
 * @param dataVersion of the set
 * @param isEnacted whether this is when it went live
 * @param base the rule as it was live then, without what this very set made of it; null where there was none
 */
public record ScheduledRuleRevision(
        long changeId,
        Actor by,
        Instant at,
        Actor scheduledBy,
        Instant due,
        int dataVersion,
        boolean isEnacted,
        Change change,
        @Nullable Rule base) {}
