package dev.rehearsal.change;

import dev.rehearsal.change.ScheduledChanges.ScheduledChange;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Changes as Balrog edits and cancels them: one by one, where the others of the set stay. What has moved on meanwhile is
 * a bad request here, not a conflict (a Balrog fact).
 */
@Service
public class ScheduledChangeEdits {

    private final ChangeSets changeSets;
    private final Clock clock;

    ScheduledChangeEdits(ChangeSets changeSets, Clock clock) {
        this.changeSets = changeSets;
        this.clock = clock;
    }

    /**
     * Drops the signoffs of the whole set.
     *
     * @param seen the data version of the set that the caller has seen
     * @param due null to keep it
     * @param instead what the change shall say; null to keep it
     * @return the set as it is now
     */
    public ChangeSet edit(
            Actor by, ScheduledChange scheduled, int seen, @Nullable Instant due, @Nullable Proposal instead) {
        refuseCompleted(scheduled, "Scheduled change already completed. Cannot update now.");
        return withoutConflict(() -> changeSets.revise(
                by,
                scheduled.set().id(),
                seen,
                new Revision(null, due, instead == null ? null : rewritten(scheduled, instead))));
    }

    /**
     * Makes a change say again what it said once. As with any edit, no signoff counts any more that was given before.
     *
     * @param due as it was then; one that has passed stays what it is now
     */
    public ChangeSet revert(Actor by, ScheduledChange scheduled, Change then, Instant due) {
        refuseCompleted(scheduled, "Scheduled change already completed. Cannot update now.");
        Instant again = due.isBefore(clock.instant()) ? null : due;
        return withoutConflict(() -> changeSets.revise(
                by,
                scheduled.set().id(),
                scheduled.set().dataVersion(),
                new Revision(null, again, rewritten(scheduled, Copies.again(then)))));
    }

    /** Withdraws the set with the last of its changes. */
    public void cancel(Actor by, ScheduledChange scheduled, int seen) {
        refuseCompleted(scheduled, "Scheduled change already completed. Cannot delete now.");
        List<Proposal> others = new ArrayList<>(
                scheduled.set().changes().stream().map(Proposal.Keep::new).toList());
        others.remove(new Proposal.Keep(scheduled.change()));
        withoutConflict(() -> others.isEmpty()
                ? changeSets.withdraw(by, scheduled.set().id(), seen)
                : changeSets.revise(by, scheduled.set().id(), seen, new Revision(null, null, others)));
    }

    private static List<Proposal> rewritten(ScheduledChange scheduled, Proposal instead) {
        List<Proposal> changes = new ArrayList<>();
        for (Change change : scheduled.set().changes()) {
            changes.add(
                    change.id().equals(scheduled.change().id())
                            ? new Proposal.Rewrite(change.id(), instead)
                            : new Proposal.Keep(change));
        }
        return changes;
    }

    private static void refuseCompleted(ScheduledChange scheduled, String sentence) {
        if (scheduled.isComplete()) {
            throw RefusedException.invalid("", sentence);
        }
    }

    private static ChangeSet withoutConflict(Supplier<ChangeSet> work) {
        try {
            return work.get();
        } catch (RefusedException refused) {
            throw refused.reason() == RefusedException.Reason.CONFLICT
                    ? RefusedException.invalid(refused.problems())
                    : refused;
        }
    }
}
