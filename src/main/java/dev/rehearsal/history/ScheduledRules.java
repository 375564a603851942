package dev.rehearsal.history;

import dev.rehearsal.history.store.ScheduledRuleHistory;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.staging.ChangeId;
import org.springframework.stereotype.Service;

/** The history of changes to rules while they waited in the queue, one by one, whatever set they were in. */
@Service
public class ScheduledRules {

    private final ScheduledRuleHistory history;

    ScheduledRules(ScheduledRuleHistory history) {
        this.history = history;
    }

    /** The revisions of one change, newest first; a withdrawn set leaves none of its end. */
    public Page<ScheduledRuleRevision> of(ChangeId id, Paging paging) {
        return history.of(id, paging);
    }

    /**
     * Those of all changes, newest first. A filter's product or channel is met by a change that sets it, or whose rule
     * ever had it; its number and data version are those of the set's revision.
     */
    public Page<ScheduledRuleRevision> all(RuleHistoryFilter filter, Paging paging) {
        return history.all(filter, paging);
    }
}
