package dev.rehearsal.change;

import dev.rehearsal.access.Access;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.store.ChangeSetStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.Releases;
import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Shadowed;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.staging.Transition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes sets and revises them, judged against the live tables and the queue before them. */
@Component
public class ChangeSetEditor {

    private final ChangeSetStore store;
    private final Proposals proposals;
    private final ReleaseContents contents;
    private final ChannelMappings mappings;
    private final Rules rules;
    private final Releases releases;
    private final TestabilityCheck testability;
    private final Access access;

    ChangeSetEditor(
            ChangeSetStore store,
            Proposals proposals,
            ReleaseContents contents,
            ChannelMappings mappings,
            Rules rules,
            Releases releases,
            TestabilityCheck testability,
            Access access) {
        this.testability = testability;
        this.store = store;
        this.proposals = proposals;
        this.contents = contents;
        this.mappings = mappings;
        this.rules = rules;
        this.releases = releases;
        this.access = access;
    }

    /**
     * The place that a set is written into.
     *
     * @param live as the transaction sees it
     * @param pending all pending sets in queue order
     * @param announced releases that sets which are written later in this transaction add, each with its incarnation
     */
    public record Place(Tables live, List<QueuedSet> pending, Map<ReleaseName, Long> announced) {

        /** The tables that a set due at this time would be laid over. */
        public List<QueuedSet> before(Instant due, Optional<ChangeSet> itself) {
            return pending.stream()
                    .filter(set -> itself.isEmpty() || !itself.get().id().equals(set.id()))
                    .filter(set -> itself.isEmpty()
                            ? !set.due().isAfter(due)
                            : QueuedSet.QUEUE_ORDER.compare(
                                            set, new QueuedSet(itself.get().id(), due, List.of()))
                                    < 0)
                    .toList();
        }

        /** As it is once this set has become that, or has left the queue. */
        Place after(ChangeSet set) {
            List<QueuedSet> others = new ArrayList<>(pending);
            others.removeIf(other -> other.id().equals(set.id()));
            if (set.state() instanceof ChangeSet.Pending) {
                others.add(set.queued());
                others.sort(QueuedSet.QUEUE_ORDER);
            }
            return new Place(live, others, announced);
        }

        Set<ReleaseName> awaited() {
            Set<ReleaseName> awaited = new HashSet<>(announced.keySet());
            pending.stream()
                    .flatMap(set -> set.changes().stream())
                    .filter(Change.ReleaseAddition.class::isInstance)
                    .forEach(change -> awaited.add(((Change.ReleaseAddition) change).name()));
            return awaited;
        }
    }

    /** Returns an incarnation for each release that sets of a dataset add: sets before these can mean them. */
    Map<ReleaseName, Long> announce(Collection<ReleaseName> names) {
        Map<ReleaseName, Long> announced = new HashMap<>();
        names.forEach(name -> announced.computeIfAbsent(name, unknown -> releases.reserveIncarnation()));
        return announced;
    }

    /** Does what can be done of a write before it begins. */
    public void prepare(List<Proposal> changes) {
        proposals.prepare(changes);
    }

    /** As a dataset brings it: whoever imports answers for permissions, and hand-made test rules are kept. */
    ChangeSet imported(Write write, NewChangeSet asked, Place place) {
        Stage before = Stage.of(place.live(), place.before(asked.due(), Optional.empty()), contents);
        return insert(write, asked, false, place, before, true)
                .orElseThrow(() -> RefusedException.invalid("changes", "nothing would change"));
    }

    /**
     * @param direct whether what is pending has no say in it
     * @return empty where nothing would change
     */
    public Optional<ChangeSet> create(Write write, NewChangeSet asked, boolean draft, Place place, boolean direct) {
        List<QueuedSet> before = direct ? List.of() : place.before(asked.due(), Optional.empty());
        Stage stage = Stage.of(place.live(), before, contents);
        return insert(write, asked, draft, place, stage, false);
    }

    private Optional<ChangeSet> insert(
            Write write, NewChangeSet asked, boolean draft, Place place, Stage before, boolean mayAnybody) {
        List<Change> changes = toChanges(asked.changes(), place, before, draft);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        Instant at = write.at().truncatedTo(ChronoUnit.MILLIS);
        ChangeSet set = new ChangeSet(
                        store.reserveId(),
                        title(asked.title()),
                        asked.author(),
                        at,
                        asked.due().truncatedTo(ChronoUnit.MILLIS),
                        draft ? new ChangeSet.Draft() : new ChangeSet.Pending(),
                        List.of(),
                        Map.of(),
                        null,
                        at,
                        1)
                .holding(changes, asked.writers());
        refuseConflict(set, before, place.awaited());
        if (!mayAnybody) {
            check(
                    write.by(),
                    set,
                    before,
                    NeededPermissions.ofAsked(asked.changes(), List.of(before.live(), before.staged())));
        }
        store.insert(write, set);
        return Optional.of(set);
    }

    /** Changes a set; one that was disarmed is pending again, and whoever decided so answers for it. */
    ChangeSet revise(Write write, ChangeSet set, Revision revision, Place place) {
        Instant due = revision.due() == null ? set.due() : revision.due().truncatedTo(ChronoUnit.MILLIS);
        boolean titleAlone = revision.changes() == null && due.equals(set.due());
        ChangeSet revised = set.revised(
                revision.title() == null ? set.title() : title(revision.title()),
                due,
                titleAlone ? set.contentAt() : write.at().truncatedTo(ChronoUnit.MILLIS));
        if (set.state() instanceof ChangeSet.Disarmed && !(revision.changes() == null && revision.due() == null)) {
            revised = revised.armed(write.by());
        }
        Stage before = Stage.of(place.live(), place.before(due, Optional.of(set)), contents);
        check(write.by(), set, before);
        if (revision.changes() == null) {
            if (set.state() instanceof ChangeSet.Disarmed && revised.state() instanceof ChangeSet.Pending) {
                refuseConflict(revised, before, place.awaited());
            }
            store.update(write, revised);
        } else {
            List<Change> changes = toChanges(revision.changes(), place, before, set.state() instanceof ChangeSet.Draft);
            if (changes.isEmpty()) {
                throw RefusedException.invalid("changes", "nothing would change: withdraw the set instead");
            }
            revised = revised.holding(Succession.of(set.changes(), changes), List.of(write.by()));
            if (revision.title() == null) {
                revised = revised.titled(
                        MadeTitle.following(set.title(), set.changes(), revised.changes(), before.staged()));
            }
            check(write.by(), revised, before);
            refuseConflict(revised, before, place.awaited());
            store.replaceChanges(write, set, revised);
        }
        return revised;
    }

    /** A draft enters the queue: rules that it adds get their ids now, so that ties go by queue, not by drafting. */
    ChangeSet submit(Write write, ChangeSet draft, Place place) {
        Stage before = Stage.of(place.live(), place.before(draft.due(), Optional.of(draft)), contents);
        List<Change> changes = new ArrayList<>();
        for (Change change : draft.changes()) {
            changes.add(
                    change instanceof Change.RuleAddition(ChangeId id, Rule rule, var identity)
                            ? new Change.RuleAddition(id, rule.withId(rules.reserveId()), identity)
                            : change);
        }
        ChangeSet submitted = draft.in(new ChangeSet.Pending())
                .holding(meantRows(place, before, false).of(changes), List.of());
        check(write.by(), submitted, before);
        refuseConflict(submitted, before, place.awaited());
        store.replaceChanges(write, draft, submitted);
        return submitted;
    }

    /** Whoever may write a set may also hold, resume and withdraw it. */
    void requirePermission(Actor actor, ChangeSet set, Place place) {
        check(actor, set, Stage.of(place.live(), place.before(set.due(), Optional.of(set)), contents));
    }

    private List<Change> toChanges(List<Proposal> asked, Place place, Stage before, boolean draft) {
        if (asked.isEmpty()) {
            throw RefusedException.invalid("changes", "a change set needs at least one change");
        }
        List<Change> changes = proposals.toChanges(
                asked, new ProposalContext(place.live(), before.staged(), new ReservedChangeIds(store), ""));
        testability.refuseUntestable(changes);
        return meantRows(place, before, draft).of(changes);
    }

    private MeantRows meantRows(Place place, Stage before, boolean draft) {
        return new MeantRows(
                place.live(), before.staged(), place.pending(), place.announced(), releases::reserveIncarnation, draft);
    }

    private static String title(String asked) {
        String title = asked.strip();
        if (title.isEmpty() || title.length() > ChangeSet.LONGEST_TITLE) {
            throw RefusedException.invalid("title", "must be 1 to " + ChangeSet.LONGEST_TITLE + " characters long");
        }
        return title;
    }

    private void check(Actor actor, ChangeSet set, Stage before) {
        check(actor, set, before, List.of());
    }

    /**
     * Products are looked up live, as staged before, and after: a set may go on with a row that it adds itself.
     *
     * @param more that is needed besides
     */
    private void check(Actor actor, ChangeSet set, Stage before, Collection<List<RequiredPermission>> more) {
        Tables after =
                Stage.of(before.staged(), List.of(set.queued()), contents).staged();
        List<Tables> states = List.of(before.live(), before.staged(), after);
        Set<List<RequiredPermission>> needed = new LinkedHashSet<>();
        set.changes().stream()
                .filter(change -> NeededPermissions.madeWith(change, set.changes(), before.staged())
                        .isEmpty())
                .forEach(change -> needed.addAll(NeededPermissions.of(change, states)));
        needed.addAll(more);
        access.requireEach(actor, needed);
    }

    /** A rule may wait for a release that another set adds; everything else that cannot work is refused at once. */
    private void refuseConflict(ChangeSet set, Stage before, Set<ReleaseName> awaited) {
        Stage stage = Stage.of(before.staged(), List.of(set.queued()), contents);
        List<Problem> problems = stage.conflictOf(set.id()).stream()
                .flatMap(found -> found.reasons().stream())
                .filter(reason ->
                        !(reason instanceof Conflict.ReleaseMissing missing && awaited.contains(missing.release())))
                .map(reason -> new Problem("", reason.sentence()))
                .collect(Collectors.toCollection(ArrayList::new));
        refuseForTestChannelAlone(stage, problems);
        RefusedException.throwIfAny(problems);
    }

    /** Nobody is served by it: also an edit of one that was there before the mapping would be in vain. */
    private void refuseForTestChannelAlone(Stage stage, List<Problem> problems) {
        List<Rule> written = stage.steps().stream()
                .flatMap(step -> step.transitions().stream())
                .flatMap(transition -> transition instanceof Transition.OfRule(RuleId _, Rule _, Rule after)
                        ? Stream.ofNullable(after)
                        : Stream.empty())
                .toList();
        List<ChannelMapping> inForce = written.isEmpty() ? List.of() : mappings.all();
        for (Rule rule : written) {
            for (ChannelMapping mapping : inForce) {
                if (Shadowed.isForTestChannelAlone(rule, mapping)) {
                    problems.add(new Problem(
                            "channel",
                            "'%s' shows what '%s' will serve, so a rule for it alone is never served: write it for '%s' instead, and test it on '%s' before it goes live"
                                    .formatted(
                                            mapping.testChannel(),
                                            mapping.liveChannel(),
                                            mapping.liveChannel(),
                                            mapping.testChannel())));
                }
            }
        }
    }
}
