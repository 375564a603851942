package dev.rehearsal.change;

import dev.rehearsal.access.Access;
import dev.rehearsal.change.store.ChangeSetStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Change sets, from being drafted to being enacted or withdrawn; who may do what is checked here. */
@Service
public class ChangeSets {

    private static final int LONGEST_REASON = 4_000;

    private final ChangeSetStore store;
    private final ChangeQueue queue;
    private final WriteLock writeLock;
    private final LiveTables live;
    private final ChangeSetEditor editor;
    private final Access access;

    ChangeSets(
            ChangeSetStore store,
            ChangeQueue queue,
            WriteLock writeLock,
            LiveTables live,
            ChangeSetEditor editor,
            Access access) {
        this.store = store;
        this.queue = queue;
        this.writeLock = writeLock;
        this.live = live;
        this.editor = editor;
        this.access = access;
    }

    public Optional<ChangeSet> find(ChangeSetId id) {
        return store.find(id);
    }

    /** @throws RefusedException if there is none with this id */
    public ChangeSet get(ChangeSetId id) {
        return get(store, id);
    }

    private static ChangeSet get(ChangeSetStore store, ChangeSetId id) {
        return store.find(id).orElseThrow(() -> RefusedException.notFound("there is no change set " + id));
    }

    /** @param state draft, pending, held, disarmed, enacted or withdrawn; the latest first */
    public List<ChangeSet> inState(String state, int most) {
        return inState(state, 0, most);
    }

    /** Returns sets in a state, without the first {@code offset} of them. */
    public List<ChangeSet> inState(String state, long offset, int most) {
        return store.inState(state, offset, most);
    }

    /** Returns how many {@link #inState} could give. */
    public long countInState(String state) {
        return store.countInState(state);
    }

    /** Returns what was enacted in the moment in which it was asked for, since a time; the latest last. */
    public List<ChangeSet> directEditsSince(Instant from) {
        return store.directEditsSince(from).stream()
                .sorted(Comparator.comparing(ChangeSet::createdAt).thenComparing(ChangeSet::id))
                .toList();
    }

    /** Enacted or withdrawn sets, the one that ended last first. */
    public List<ChangeSet> ended(int most) {
        return store.ended(most);
    }

    /**
     * Puts a new set into the queue.
     *
     * @param due not before now; to the millisecond; null for as soon as possible
     * @throws RefusedException if a change is wrong in itself, stale, or would be in conflict where it stands
     */
    public ChangeSet schedule(Actor author, String title, @Nullable Instant due, List<Proposal> changes) {
        return scheduleDifference(author, title, due, changes).orElseThrow(ChangeSets::nothingAsked);
    }

    /** Schedules what differs; empty, and nothing is written, where all is as asked for already. */
    public Optional<ChangeSet> scheduleDifference(
            Actor author, String title, @Nullable Instant due, List<Proposal> changes) {
        editor.prepare(changes);
        return writeLock.write(
                author, WriteKind.QUEUE, write -> scheduleDifference(write, author, title, due, changes));
    }

    /** Puts a new set into the queue, within a larger write; empty where all is as asked for already. */
    public Optional<ChangeSet> scheduleDifference(
            Write write, Actor author, String title, @Nullable Instant due, List<Proposal> changes) {
        return create(write, asked(write, author, title, due, changes), false);
    }

    /** Keeps a set to be worked on: it is neither staged nor signed before it is submitted. */
    public ChangeSet draft(Actor author, String title, @Nullable Instant due, List<Proposal> changes) {
        editor.prepare(changes);
        return writeLock.write(
                author,
                WriteKind.QUEUE,
                write -> create(write, asked(write, author, title, due, changes), true)
                        .orElseThrow(ChangeSets::nothingAsked));
    }

    private static NewChangeSet asked(
            Write write, Actor author, String title, @Nullable Instant due, List<Proposal> changes) {
        return new NewChangeSet(author, title, due == null ? write.at() : due, changes);
    }

    private Optional<ChangeSet> create(Write write, NewChangeSet asked, boolean draft) {
        refusePast(asked.due(), write);
        return editor.create(write, asked, draft, place(write), false);
    }

    /** Returns an incarnation for each release that sets of a dataset add: sets before these can mean them. */
    public Map<ReleaseName, Long> announce(Collection<ReleaseName> names) {
        return editor.announce(names);
    }

    /**
     * A set that a dataset brings, within the write that has filled the live tables; for any due time.
     *
     * @param tables the live tables as this write has left them
     * @param announced releases that sets which come later in this write add, by {@link #announce}; those that this set
     *     adds are taken out
     */
    public ChangeSet importSet(Write write, Tables tables, Map<ReleaseName, Long> announced, NewChangeSet asked) {
        ChangeSet set = editor.imported(write, asked, new ChangeSetEditor.Place(tables, queue.queued(), announced));
        set.changes().forEach(change -> {
            if (change instanceof Change.ReleaseAddition addition) {
                announced.remove(addition.name());
            }
        });
        return set.due().isBefore(write.at()) ? to(write, set, lateWhenImported(write)) : set;
    }

    /** All that are still to be enacted, in the order in which they were made. */
    public List<ChangeSet> allOpen() {
        return Stream.of("draft", "pending", "held", "disarmed")
                .flatMap(state -> store.inState(state, 0, Integer.MAX_VALUE).stream())
                .sorted(Comparator.comparing(ChangeSet::id))
                .toList();
    }

    public ChangeSetId reserveId() {
        return store.reserveId();
    }

    public List<ChangeId> reserveChangeIds(int count) {
        return store.reserveChangeIds(count);
    }

    /**
     * Keeps a set just as it was elsewhere, within the write that has filled the live tables; one that is due waits for a
     * decision.
     */
    public void importAsItWas(Write write, ChangeSet set) {
        boolean late = set.state() instanceof ChangeSet.Pending && set.due().isBefore(write.at());
        store.insert(write, late ? set.in(lateWhenImported(write)) : set);
    }

    private static ChangeSet.State lateWhenImported(Write write) {
        return new ChangeSet.Disarmed("it was due before it was imported", write.at());
    }

    /** Puts a draft into the queue; a due time that has passed while it was written means as soon as possible. */
    public ChangeSet submit(Actor by, ChangeSetId id, @Nullable Integer dataVersion) {
        return writeLock.write(by, WriteKind.QUEUE, write -> {
            ChangeSet set = current(id, dataVersion);
            if (!(set.state() instanceof ChangeSet.Draft())) {
                throw set.refusal();
            }
            ChangeSet due = set.due().isBefore(write.at()) ? set.dueAt(write.at()) : set;
            return editor.submit(write, due, place(write));
        });
    }

    /**
     * Changes a set that is still to be enacted. A due time may stay in the past, but not be moved there; of a set that
     * needs a decision it is none to name the time again that has passed.
     *
     * @param dataVersion that of the set which the caller has seen; null if they do not say
     */
    public ChangeSet revise(Actor by, ChangeSetId id, @Nullable Integer dataVersion, Revision revision) {
        if (revision.changes() != null) {
            editor.prepare(revision.changes());
        }
        return writeLock.write(by, WriteKind.QUEUE, write -> {
            ChangeSet set = open(id, dataVersion);
            boolean arms = set.state() instanceof ChangeSet.Disarmed && revision.changes() == null;
            if (revision.due() != null && (arms || !revision.due().equals(set.due()))) {
                refusePast(revision.due(), write);
            }
            return editor.revise(write, set, revision, place(write));
        });
    }

    /** Takes a pending set out of the queue until it is resumed. */
    public ChangeSet hold(Actor by, ChangeSetId id, @Nullable Integer dataVersion) {
        return writeLock.write(by, WriteKind.QUEUE, write -> hold(write, current(id, dataVersion), place(write)));
    }

    private ChangeSet hold(Write write, ChangeSet set, ChangeSetEditor.Place place) {
        set.requirePending();
        editor.requirePermission(write.by(), set, place);
        return to(write, set, new ChangeSet.Held());
    }

    /**
     * Holds these sets in one step: all of them, or none.
     *
     * @param seen the data version of each that the caller has seen
     */
    public List<ChangeSet> holdAll(Actor by, Map<ChangeSetId, Integer> seen) {
        return writeLock.write(
                by, WriteKind.QUEUE, write -> inTurn(write, seen, (set, place) -> hold(write, set, place)));
    }

    /**
     * Gives these sets one due time in one step: all of them, or none.
     *
     * @param seen the data version of each that the caller has seen
     */
    public List<ChangeSet> rescheduleAll(Actor by, Map<ChangeSetId, Integer> seen, Instant due) {
        return writeLock.write(by, WriteKind.QUEUE, write -> {
            refusePast(due, write);
            Revision moved = new Revision(null, due, null);
            return inTurn(write, seen, (set, place) -> editor.revise(write, refuseEnded(set), moved, place));
        });
    }

    /** Gives each of these sets a due time of its own, within a larger write. */
    public void reschedule(Write write, Map<ChangeSetId, Instant> dues) {
        dues.forEach((id, due) -> {
            refusePast(due, write);
            editor.revise(write, refuseEnded(current(id, null)), new Revision(null, due, null), place(write));
        });
    }

    /** Each meets the queue as those before it have left it. */
    private List<ChangeSet> inTurn(
            Write write, Map<ChangeSetId, Integer> seen, BiFunction<ChangeSet, ChangeSetEditor.Place, ChangeSet> work) {
        ChangeSetEditor.Place place = place(write);
        List<ChangeSet> done = new ArrayList<>();
        for (Map.Entry<ChangeSetId, Integer> each : seen.entrySet()) {
            ChangeSet next = work.apply(current(each.getKey(), each.getValue()), place);
            place = place.after(next);
            done.add(next);
        }
        return List.copyOf(done);
    }

    /** @param due a new due time, needed if the old one has passed; null to keep it */
    public ChangeSet resume(Actor by, ChangeSetId id, @Nullable Integer dataVersion, @Nullable Instant due) {
        return writeLock.write(by, WriteKind.QUEUE, write -> {
            ChangeSet set = current(id, dataVersion);
            if (!(set.state() instanceof ChangeSet.Held())) {
                throw set.refusal();
            }
            refusePast(due == null ? set.due() : due, write);
            editor.requirePermission(by, set, place(write));
            ChangeSet moved = due == null || due.equals(set.due())
                    ? set
                    : editor.revise(write, set, new Revision(null, due, null), place(write));
            return to(write, moved, new ChangeSet.Pending());
        });
    }

    /** Cancels a set that is still to be enacted, for good. */
    public ChangeSet withdraw(Actor by, ChangeSetId id, @Nullable Integer dataVersion) {
        return writeLock.write(by, WriteKind.QUEUE, write -> {
            ChangeSet set = open(id, dataVersion);
            return withdraw(write, by, set);
        });
    }

    /** Takes a due set out of the queue that cannot go because of what it is, until somebody decides. */
    public void disarm(Write write, ChangeSet set, String reason) {
        String told = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        to(write, set, new ChangeSet.Disarmed(told, write.at()));
    }

    /**
     * Raises the data version of a set that is something else than its signers have seen. Its history tells nothing of that,
     * since nobody edited it.
     */
    public ChangeSet becameAnother(ChangeSet set) {
        ChangeSet next = set.in(set.state());
        store.raiseVersion(next);
        return next;
    }

    /** Keeps that a set is live. */
    public ChangeSet enacted(Write write, ChangeSet set, Actor by) {
        return to(write, set, new ChangeSet.Enacted(by, write.at()));
    }

    /** Takes changes out of sets that are still to be enacted; one of which nothing is left is withdrawn. */
    public void drop(Write write, Actor by, List<ChangeSet> sets, Predicate<Change> unwanted) {
        if (sets.isEmpty()) {
            return;
        }
        ChangeSetEditor.Place place = place(write);
        for (ChangeSet set : sets) {
            List<Proposal> kept = set.changes().stream()
                    .filter(unwanted.negate())
                    .<Proposal>map(Proposal.Keep::new)
                    .toList();
            if (kept.isEmpty()) {
                place = place.after(withdraw(write, by, set, place));
            } else if (kept.size() < set.changes().size()) {
                place = place.after(editor.revise(write, set, new Revision(null, null, kept), place));
            }
        }
    }

    /** Cancels a set within a larger write. */
    public ChangeSet withdraw(Write write, Actor by, ChangeSet set) {
        return withdraw(write, by, set, place(write));
    }

    private ChangeSet withdraw(Write write, Actor by, ChangeSet set, ChangeSetEditor.Place place) {
        editor.requirePermission(by, set, place);
        return to(write, set, new ChangeSet.Withdrawn(by, write.at()));
    }

    /** Says that a set without changes was asked for. */
    public static RefusedException nothingAsked() {
        return RefusedException.invalid("changes", "a change set needs at least one change");
    }

    /**
     * Keeps the same changes as a draft of somebody else's or one's own set, in whatever state that is.
     *
     * @param title null for that of the set
     * @param due null for that of the set, or now if that has passed
     * @throws RefusedException if the changes cannot be asked for any more
     */
    public ChangeSet copy(Actor author, ChangeSetId id, @Nullable String title, @Nullable Instant due) {
        return writeLock.write(author, WriteKind.QUEUE, write -> {
            ChangeSet set = current(id, null);
            Instant then = due != null ? due : set.due().isBefore(write.at()) ? write.at() : set.due();
            refusePast(then, write);
            List<Actor> writers = new ArrayList<>(set.contentBy());
            writers.remove(author);
            writers.add(author);
            NewChangeSet asked =
                    new NewChangeSet(author, title == null ? set.title() : title, then, Copies.of(set), writers);
            return editor.create(write, asked, true, place(write), false).orElseThrow(ChangeSets::nothingAsked);
        });
    }

    /** The set as it is, if that is what the caller has seen. */
    public ChangeSet current(ChangeSetId id, @Nullable Integer dataVersion) {
        return current(store, id, dataVersion);
    }

    private static ChangeSet current(ChangeSetStore store, ChangeSetId id, @Nullable Integer dataVersion) {
        ChangeSet set = get(store, id);
        refuseUnseen(set, dataVersion);
        return set;
    }

    private static void refuseUnseen(ChangeSet set, @Nullable Integer seen) {
        if (seen != null && set.dataVersion() != seen) {
            throw RefusedException.conflict("change set %s is at data_version %d by now, not %d: look at it again"
                    .formatted(set.id(), set.dataVersion(), seen));
        }
    }

    private ChangeSet open(ChangeSetId id, @Nullable Integer dataVersion) {
        return refuseEnded(current(id, dataVersion));
    }

    private static ChangeSet refuseEnded(ChangeSet set) {
        if (!set.isOpen()) {
            throw set.refusal();
        }
        return set;
    }

    private ChangeSet to(Write write, ChangeSet set, ChangeSet.State state) {
        ChangeSet next = set.in(state);
        store.update(write, next);
        return next;
    }

    private ChangeSetEditor.Place place(Write write) {
        return new ChangeSetEditor.Place(live.at(write.found()), queue.queued(), Map.of());
    }

    private static void refusePast(Instant due, Write write) {
        if (due.isBefore(write.at().minusMillis(1))) {
            throw RefusedException.invalid(
                    "when", "lies in the past: choose a time from now on, in milliseconds since 1970");
        }
    }
}
