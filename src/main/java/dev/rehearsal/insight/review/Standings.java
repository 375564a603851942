package dev.rehearsal.insight.review;

import dev.rehearsal.access.Deed;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.ApprovalContext;
import dev.rehearsal.enactment.EnactmentPlan;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.enactment.ReadinessCheck;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.CurrentState;
import dev.rehearsal.snapshot.PerState;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How sets stand in a state that is being looked at. */
@Service
public class Standings {

    private final ReadinessCheck judging;
    private final PerState<Known> known;
    private final EnactmentPlan plan;
    private final ReleaseContents contents;

    Standings(ReadinessCheck judging, EnactmentPlan plan, ReleaseContents contents, Verdicts verdicts, Clock clock) {
        this.known = new PerState<>(this::known, verdicts::nextChangeByTime, clock);
        this.judging = judging;
        this.plan = plan;
        this.contents = contents;
    }

    /** Everything about one set, gates included: some milliseconds, once for all who look at this state. */
    public Readiness of(CurrentState state, ChangeSet set) {
        return known.of(state)
                .standings()
                .computeIfAbsent(
                        set, asked -> judging.standing(asked, state.live(), state.queue(), state.circumstances()));
    }

    /** The same without waiting for it: null if nobody has asked for it yet. */
    public @Nullable Readiness ifKnown(CurrentState state, ChangeSet set) {
        return known.of(state).standings().get(set);
    }

    /** The signoffs that one set needs, pending or not, where it stands or would stand in the queue. */
    public Requirements required(CurrentState state, ChangeSet set) {
        return judging.required(set, state.live(), state.queue(), state.circumstances());
    }

    /** What is left of the signoffs that a set needs. */
    public Requirements missing(CurrentState state, ChangeSet set, Requirements required) {
        return required.missing(judging.counted(set, state.circumstances()));
    }

    /** What would go live if the set were enacted at this time, or what is in the way. */
    public EnactmentPlan.Plan plan(CurrentState state, ChangeSet set, Instant at, boolean untested) {
        return plan.of(
                set, new EnactmentPlan.Situation(state.live(), state.queue(), state.circumstances(), at), untested);
    }

    /** The tables that a set is laid over where it stands, or would stand, in the queue. */
    public Tables before(CurrentState state, ChangeSet set) {
        List<QueuedSet> earlier = state.stages().queue().stream()
                .filter(other -> !other.id().equals(set.id()) && QueuedSet.QUEUE_ORDER.compare(other, set.queued()) < 0)
                .toList();
        return Stage.of(state.live(), earlier, contents).staged();
    }

    /** What somebody lacks who wants to change a set; each inner list is met by any one of its deeds. */
    public List<List<Deed>> lacking(CurrentState state, Actor actor, ChangeSet set, Tables before) {
        return judging.lacking(actor, set, state.live(), before, state.circumstances());
    }

    /** Whether this person's signoff would count, as far as the person goes. */
    public boolean maySign(CurrentState state, Actor actor, ChangeSet set) {
        return judging.maySign(actor, set, state.circumstances());
    }

    /** The signoffs that each pending set needs, and how far it has come with them; gates are not looked at. */
    public SignoffProgress progress(CurrentState state) {
        return known.of(state).progress();
    }

    private Known known(CurrentState state) {
        Map<ChangeSetId, Requirements> required =
                judging.required(state.queue(), state.stages().wholeQueue(), state.circumstances());
        return new Known(new SignoffProgress(required, state.circumstances(), judging), new ConcurrentHashMap<>());
    }

    private record Known(SignoffProgress progress, Map<ChangeSet, Readiness> standings) {}

    /** For the sets of a list: what each needs, and has. */
    public record SignoffProgress(
            Map<ChangeSetId, Requirements> required, ApprovalContext circumstances, ReadinessCheck judging) {

        /** Whether the set is pending in that state. */
        public boolean knows(ChangeSet set) {
            return required.containsKey(set.id());
        }

        public Requirements required(ChangeSet set) {
            return required.getOrDefault(set.id(), Requirements.NONE);
        }

        public Requirements missing(ChangeSet set) {
            return required(set).missing(judging.counted(set, circumstances));
        }

        /** A role in which too few people could ever sign the set. */
        public Optional<Role> withTooFewSigners(ChangeSet set) {
            return missing(set).perRole().entrySet().stream()
                    .filter(missing -> judging.eligible(missing.getKey(), set, circumstances)
                            < missing.getValue() + given(set, missing.getKey()))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        private long given(ChangeSet set, Role role) {
            return judging.counted(set, circumstances).stream()
                    .filter(signoff -> signoff.role().equals(role))
                    .count();
        }
    }
}
