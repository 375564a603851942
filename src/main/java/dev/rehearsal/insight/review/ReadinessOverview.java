package dev.rehearsal.insight.review;

import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.RailFinding;
import dev.rehearsal.approval.RailFindings;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.ApprovalContext;
import dev.rehearsal.enactment.BreakGlassScope;
import dev.rehearsal.enactment.Decision;
import dev.rehearsal.enactment.Obstacle;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.enactment.ReadinessCheck;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.PerState;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells how sets stand in a state that is being looked at. */
@Service
public class ReadinessOverview {

    private static final List<Set<BreakGlassScope.Over>> ABOUT_STATES = List.of(
            Set.of(BreakGlassScope.Over.GATES),
            Set.of(BreakGlassScope.Over.RAILS),
            Set.of(BreakGlassScope.Over.GATES, BreakGlassScope.Over.RAILS));

    private final ReadinessCheck check;
    private final PerState<Known> known;
    private final ReleaseContents contents;
    private final Clock clock;
    private final RailFindings rails;

    ReadinessOverview(
            ReadinessCheck check, ReleaseContents contents, Verdicts verdicts, RailFindings rails, Clock clock) {
        this.rails = rails;
        this.clock = clock;
        this.known = new PerState<>(this::known, state -> nextChange(state, verdicts), clock);
        this.check = check;
        this.contents = contents;
    }

    /** Everything about one set, gates included: some milliseconds, once for all who look at this state. */
    public Readiness of(NodeState state, ChangeSet set) {
        Known now = known.of(state);
        Readiness pending = now.progress().pending(set);
        return pending != null
                ? pending
                : now.standings()
                        .computeIfAbsent(set, asked -> check.readiness(asked, state.live(), state.queue(), now(state)));
    }

    /** Returns how ready a set is without waiting for it: null if nobody has asked for it yet. */
    public @Nullable Readiness ifKnown(NodeState state, ChangeSet set) {
        Known now = known.of(state);
        Readiness pending = now.progress().pending(set);
        return pending != null ? pending : now.standings().get(set);
    }

    /** The signoffs that one set needs, pending or not, where it stands or would stand in the queue. */
    public Requirements required(NodeState state, ChangeSet set) {
        return of(state, set).required();
    }

    /** Returns what is left of the signoffs that a set needs. */
    public Requirements missing(NodeState state, ChangeSet set, Requirements required) {
        return required.missing(of(state, set).counted());
    }

    /** Returns what would go live if the set were enacted at this time, or what is in the way. */
    public Decision.Plan plan(NodeState state, ChangeSet set, Instant at) {
        return check.plan(
                set,
                new Decision.Situation(state.live(), state.queue(), state.circumstances(), at),
                BreakGlassScope.NONE);
    }

    /**
     * The sets that would go live if somebody broke the glass, and what would be passed over.
     *
     * @param along the other sets for which the same would have to be passed over, in queue order
     * @param over what is in the way and can be passed over; empty where nothing is
     */
    public record PastObstacles(Decision.Plan plan, List<ChangeSetId> along, Set<BreakGlassScope.Over> over) {}

    /** Returns what would go live past all that can be passed over, together with all that would have to go along. */
    public PastObstacles pastObstacles(NodeState state, ChangeSet set, Instant at) {
        Decision.Situation now = new Decision.Situation(state.live(), state.queue(), state.circumstances(), at);
        Set<BreakGlassScope.Over> over = EnumSet.noneOf(BreakGlassScope.Over.class);
        // A set that stands on others shows nothing of a gate or a guard rail that keeps those from going before it.
        ABOUT_STATES.stream()
                .filter(some -> !past(state, set, now, some).along().isEmpty())
                .findFirst()
                .ifPresent(over::addAll);
        PastObstacles found = past(state, set, now, over);
        while (BreakGlassScope.Over.standingIn(found.plan().obstacles()).stream()
                .map(over::add)
                .reduce(false, Boolean::logicalOr)) {
            found = past(state, set, now, over);
        }
        boolean isUnsigned =
                BreakGlassScope.Over.standingIn(found.plan().obstacles()).contains(BreakGlassScope.Over.SIGNOFFS);
        if (isUnsigned && over.remove(BreakGlassScope.Over.SIGNOFFS)) {
            found = past(state, set, now, over);
        }
        return found;
    }

    private PastObstacles past(NodeState state, ChangeSet set, Decision.Situation now, Set<BreakGlassScope.Over> over) {
        Set<ChangeSetId> named = new TreeSet<>(Set.of(set.id()));
        while (true) {
            Decision.Plan plan = check.plan(set, now, new BreakGlassScope(named, over));
            boolean more = plan.obstacles().stream()
                    .flatMap(obstacle -> obstacle instanceof Obstacle.OthersGoAlong(List<ChangeSetId> others)
                            ? others.stream()
                            : Stream.empty())
                    .map(named::add)
                    .reduce(false, Boolean::logicalOr);
            if (!more) {
                return new PastObstacles(
                        plan,
                        state.queue().stream()
                                .map(ChangeSet::id)
                                .filter(id -> named.contains(id) && !id.equals(set.id()))
                                .toList(),
                        Set.copyOf(over));
            }
        }
    }

    /** The tables that a set is laid over where it stands, or would stand, in the queue. */
    public Tables before(NodeState state, ChangeSet set) {
        List<QueuedSet> earlier = state.stages().queue().stream()
                .filter(other -> !other.id().equals(set.id()) && QueuedSet.QUEUE_ORDER.compare(other, set.queued()) < 0)
                .toList();
        return Stage.of(state.live(), earlier, contents).staged();
    }

    /** Returns what somebody lacks who wants to change a set; each inner list is met by any one of its deeds. */
    public List<List<RequiredPermission>> lacking(NodeState state, Actor actor, ChangeSet set, Tables before) {
        return check.lacking(actor, set, state.live(), before, state.circumstances());
    }

    /** Whether this person's signoff would count, as far as the person goes. */
    public boolean maySign(NodeState state, Actor actor, ChangeSet set) {
        return check.maySign(actor, of(state, set).inTurn().writers(), state.circumstances());
    }

    /** The signoffs that each pending set needs, and how far it has come with them; gates are not looked at. */
    public SignoffProgress progress(NodeState state) {
        return known.of(state).progress();
    }

    private Known known(NodeState state) {
        return new Known(
                new SignoffProgress(check.forecast(state.live(), state.queue(), now(state))),
                new ConcurrentHashMap<>());
    }

    /** What is frozen depends on the time, and may become something else though nobody writes. */
    private ApprovalContext now(NodeState state) {
        return state.circumstances().at(clock.instant());
    }

    private Instant nextChange(NodeState state, Verdicts verdicts) {
        Instant byVerdicts = verdicts.nextChangeByTime();
        Instant byContext = check.nextChange(now(state));
        Instant byPeople = byContext.isBefore(byVerdicts) ? byContext : byVerdicts;
        Instant byRails = rails.nextChangeByTime();
        return byRails.isBefore(byPeople) ? byRails : byPeople;
    }

    private record Known(SignoffProgress progress, Map<ChangeSet, Readiness> standings) {}

    /** The signoffs that the sets of a list need, and have. */
    public record SignoffProgress(Map<ChangeSetId, Readiness> forecast) {

        /** Returns how the set stands; null for one that is not pending as it is. */
        @Nullable
        Readiness pending(ChangeSet set) {
            Readiness known = forecast.get(set.id());
            return known != null && known.inTurn().set().equals(set) ? known : null;
        }

        public Requirements required(ChangeSet set) {
            Readiness known = forecast.get(set.id());
            return known == null ? Requirements.NONE : known.required();
        }

        public Requirements missing(ChangeSet set) {
            Readiness known = forecast.get(set.id());
            return known == null ? Requirements.NONE : known.missing();
        }

        /** Returns the signoffs that count; none for a set that is not pending. */
        public List<Signoff> counted(ChangeSet set) {
            Readiness known = forecast.get(set.id());
            return known == null ? List.of() : known.counted();
        }

        /** Whether a guard rail that blocks keeps the set back. */
        public boolean isAgainstRails(ChangeSet set) {
            Readiness known = forecast.get(set.id());
            return known != null
                    && known.obstacles().stream()
                            .anyMatch(obstacle -> obstacle instanceof Obstacle.RailInTheWay(RailFinding finding)
                                    && finding.isJudged());
        }

        /** Returns what is in the way of a set; nothing for one that is not pending. */
        List<Obstacle> obstacles(ChangeSet set) {
            Readiness known = forecast.get(set.id());
            return known == null ? List.of() : known.obstacles();
        }

        /** Returns everybody who wrote any of the set, or of what it brings in. */
        public Set<Actor> writers(ChangeSet set) {
            Readiness known = forecast.get(set.id());
            return known == null ? set.contentBy() : known.inTurn().writers();
        }

        /** A role in which too few people could ever sign the set. */
        public Optional<Role> withTooFewSigners(ChangeSet set) {
            Readiness known = forecast.get(set.id());
            return known == null
                    ? Optional.empty()
                    : known.obstacles().stream()
                            .filter(Obstacle.TooFewSigners.class::isInstance)
                            .map(obstacle -> ((Obstacle.TooFewSigners) obstacle).role())
                            .findFirst();
        }
    }
}
