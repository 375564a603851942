package dev.rehearsal.enactment;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeIds;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSetEditor;
import dev.rehearsal.change.NewChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.ProposalContext;
import dev.rehearsal.change.Proposals;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Says how a set would stand that nobody has written yet. Writes nothing and reserves nothing. */
@Service
public class DryRun {

    /** Above all that are given, so that the set stands after others that are due with it, and its rules lose ties. */
    private static final long NOT_GIVEN_YET = Long.MAX_VALUE;

    private final Proposals proposals;
    private final ReadinessCheck check;
    private final ReleaseContents contents;

    DryRun(Proposals proposals, ReadinessCheck check, ReleaseContents contents) {
        this.proposals = proposals;
        this.check = check;
        this.contents = contents;
    }

    /** @param set as if it were pending */
    public record Imagined(ChangeSet set, Readiness standing) {}

    /**
     * Lays what is asked over the live tables and the queue, in its turn; cost grows with rules plus changes.
     *
     * @param asked of rules, pins, shutoffs and configuration. Releases cannot be imagined: their content is stored first
     * @param into the set that shall hold exactly this; null for a new one
     * @throws RefusedException if a change is wrong in itself or stale
     */
    public Imagined of(
            NewChangeSet asked, @Nullable ChangeSet into, Tables live, List<ChangeSet> queue, ApprovalContext now) {
        ChangeSetEditor.Place place = new ChangeSetEditor.Place(
                live, queue.stream().map(ChangeSet::queued).toList(), Map.of());
        Stage before = Stage.of(live, place.before(asked.due(), Optional.ofNullable(into)), contents);
        List<Proposal> unreserved =
                asked.changes().stream().map(DryRun::unreserved).toList();
        ChangeSet set = set(
                asked,
                into,
                proposals.toChanges(unreserved, new ProposalContext(live, before.staged(), unreservedIds(), "")));
        return new Imagined(set, check.readiness(set, live, queue, now));
    }

    private static Proposal unreserved(Proposal proposal) {
        return proposal instanceof Proposal.AddRule(RuleId id, var fields) && id == null
                ? new Proposal.AddRule(RuleId.NOT_GIVEN_YET, fields)
                : proposal;
    }

    private static ChangeIds unreservedIds() {
        AtomicLong next = new AtomicLong(NOT_GIVEN_YET);
        return () -> new ChangeId(next.getAndDecrement());
    }

    private static ChangeSet set(NewChangeSet asked, @Nullable ChangeSet into, List<Change> changes) {
        Map<ChangeId, List<Actor>> writers = new HashMap<>();
        for (Change change : changes) {
            List<Actor> kept = into == null ? null : into.writers().get(change.id());
            writers.put(change.id(), kept == null ? List.of(asked.author()) : kept);
        }
        Instant due = asked.due();
        return new ChangeSet(
                into == null ? new ChangeSetId(NOT_GIVEN_YET) : into.id(),
                asked.title(),
                into == null ? asked.author() : into.author(),
                into == null ? due : into.createdAt(),
                due,
                new ChangeSet.Pending(),
                changes,
                writers,
                into == null ? null : into.armedBy(),
                due,
                1);
    }
}
