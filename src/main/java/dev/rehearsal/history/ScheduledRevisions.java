package dev.rehearsal.history;

import dev.rehearsal.blob.Release;
import dev.rehearsal.history.store.ScheduledChangeHistory;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** The history of changes while they waited in the queue, one by one, whatever set they were in, newest first. */
@Service
public class ScheduledRevisions {

    private final ScheduledChangeHistory history;

    ScheduledRevisions(ScheduledChangeHistory history) {
        this.history = history;
    }

    /** Returns the revisions of one change; a withdrawn set leaves none of its end. */
    public Page<ScheduledRevision<Rule>> ofRule(ChangeId id, Paging paging) {
        return history.ofRule(id, paging);
    }

    /**
     * Returns those of all changes of rules. A filter's product or channel is met by a change that sets it, or whose rule
     * ever had it; its number and data version are those of the set's revision.
     */
    public Page<ScheduledRevision<Rule>> ofRules(HistoryFilter filter, Paging paging) {
        return history.ofRules(filter, paging);
    }

    public Page<ScheduledRevision<Release>> ofRelease(ChangeId id, Paging paging) {
        return history.ofRelease(id, paging);
    }

    public Page<ScheduledRevision<Void>> ofConfiguration(ChangeId id, Paging paging) {
        return history.ofConfiguration(id, paging);
    }

    /**
     * Returns those of all changes of one kind.
     *
     * @param object as {@link dev.rehearsal.change.Subject} names it
     * @param filter whose product and channel say nothing
     */
    public Page<ScheduledRevision<Void>> ofConfiguration(
            String object, HistoryFilter filter, Predicate<Change> wanted, Paging paging) {
        return Page.of(
                history.ofConfiguration(object, filter).stream()
                        .filter(revision -> wanted.test(revision.change()))
                        .toList(),
                paging);
    }

    /** Returns one revision of a change; empty if the number is that of another's. */
    public Optional<ScheduledRevision<Void>> find(ChangeId id, long changeId) {
        return history.find(id, changeId);
    }

    /** Whether there ever was such a change, of what {@link dev.rehearsal.change.Subject} names so. */
    public boolean isOf(String object, ChangeId id) {
        return history.objectOf(id).filter(object::equals).isPresent();
    }
}
