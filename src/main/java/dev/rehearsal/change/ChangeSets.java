package dev.rehearsal.change;

import dev.rehearsal.change.store.ChangeSetStore;
import dev.rehearsal.journal.Actor;
import dev.rehearsal.journal.Entry;
import dev.rehearsal.journal.Journal;
import dev.rehearsal.journal.Touches;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.refusal.Problem;
import dev.rehearsal.refusal.RefusedException;
import dev.rehearsal.release.ReleaseContents;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Change sets, from being asked for to being enacted. */
@Service
public class ChangeSets {

    private static final int LONGEST_TITLE = 200;

    private final ChangeSetStore store;
    private final ChangeQueue queue;
    private final Journal journal;
    private final LiveTables live;
    private final ReleaseContents contents;
    private final Proposals proposals;
    private final Enacting enacting;

    ChangeSets(
            ChangeSetStore store,
            ChangeQueue queue,
            Journal journal,
            LiveTables live,
            ReleaseContents contents,
            Proposals proposals,
            Enacting enacting) {
        this.store = store;
        this.queue = queue;
        this.journal = journal;
        this.live = live;
        this.contents = contents;
        this.proposals = proposals;
        this.enacting = enacting;
    }

    public Optional<ChangeSet> find(ChangeSetId id) {
        return store.find(id);
    }

    /** The set that one of its changes belongs to. */
    public Optional<ChangeSetId> setOf(ChangeId change) {
        return store.setOf(change);
    }

    /**
     * Puts a new set into the queue.
     *
     * @param due not before now; to the millisecond
     * @throws RefusedException if a change is wrong in itself, stale, or would be in conflict where it stands
     */
    public ChangeSet schedule(Actor author, String title, Instant due, List<Proposal> changes) {
        return journal.write(
                author,
                Touches.QUEUE,
                entry -> scheduleDifference(entry, author, title, due, changes).orElseThrow(ChangeSets::nothingAsked));
    }

    /** The same; empty, and nothing is written, where all is as asked for already. */
    public Optional<ChangeSet> scheduleDifference(Actor author, String title, Instant due, List<Proposal> changes) {
        return journal.write(author, Touches.QUEUE, entry -> scheduleDifference(entry, author, title, due, changes));
    }

    Optional<ChangeSet> scheduleDifference(
            Entry entry, Actor author, String title, Instant due, List<Proposal> changes) {
        if (due.isBefore(entry.at().minusMillis(1))) {
            throw RefusedException.invalid(
                    "when", "lies in the past: choose a time from now on, in milliseconds since 1970");
        }
        NewChangeSet asked = new NewChangeSet(author, title, due, changes);
        return trySchedule(entry, live.at(entry.found()), Set.of(), asked);
    }

    /** The same within a larger write, for any due time. */
    public ChangeSet schedule(Entry entry, Actor author, String title, Instant due, List<Proposal> changes) {
        return schedule(entry, live.at(entry.found()), Set.of(), new NewChangeSet(author, title, due, changes));
    }

    /**
     * The same within a write that has filled live tables itself.
     *
     * @param tables the live tables as this write has left them
     * @param announced releases that sets which are scheduled later in this write add
     */
    public ChangeSet schedule(Entry entry, Tables tables, Set<ReleaseName> announced, NewChangeSet asked) {
        return trySchedule(entry, tables, announced, asked).orElseThrow(ChangeSets::nothingAsked);
    }

    private Optional<ChangeSet> trySchedule(
            Entry entry, Tables tables, Set<ReleaseName> announced, NewChangeSet asked) {
        List<QueuedSet> pending = queue.queued();
        List<QueuedSet> before =
                pending.stream().filter(set -> !set.due().isAfter(asked.due())).toList();
        Set<ReleaseName> awaited = new HashSet<>(announced);
        awaited.addAll(addedReleases(pending));
        return insert(entry, tables, before, awaited, asked);
    }

    /**
     * Schedules a set and enacts it in the same moment: a direct edit, with the history of any other. What is pending,
     * due or not, has no say in it.
     *
     * @throws RefusedException as scheduling and enacting do
     */
    public ChangeSet enactAtOnce(Actor author, String title, List<Proposal> changes) {
        return journal.write(author, Touches.LIVE, entry -> {
            return enactDifference(entry, author, title, changes).orElseThrow(ChangeSets::nothingAsked);
        });
    }

    /** The same; empty, and nothing is written, where all is as asked for already. */
    public Optional<ChangeSet> enactDifference(Actor author, String title, List<Proposal> changes) {
        return journal.write(author, Touches.LIVE, entry -> enactDifference(entry, author, title, changes));
    }

    Optional<ChangeSet> enactDifference(Entry entry, Actor author, String title, List<Proposal> changes) {
        NewChangeSet asked = new NewChangeSet(author, title, entry.at(), changes);
        return insert(entry, live.at(entry.found()), List.of(), Set.of(), asked).map(set -> enact(entry, author, set));
    }

    /** Takes a set out of the queue for good. */
    ChangeSet withdraw(Entry entry, Actor by, ChangeSet set) {
        ChangeSet withdrawn = set.in(new ChangeSet.Withdrawn(by, entry.at()));
        store.update(entry, withdrawn);
        return withdrawn;
    }

    /**
     * @param before the sets that the new one is judged after
     * @return empty where the changes come to nothing
     */
    private Optional<ChangeSet> insert(
            Entry entry, Tables tables, List<QueuedSet> before, Set<ReleaseName> awaited, NewChangeSet asked) {
        if (asked.changes().isEmpty()) {
            throw nothingAsked();
        }
        String title = asked.title().strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw RefusedException.invalid("title", "must be 1 to " + LONGEST_TITLE + " characters long");
        }
        Stage stage = Stage.of(tables, before, contents);
        List<Function<ChangeId, Change>> toStore = proposals.toChanges(asked.changes(), tables, stage.staged());
        if (toStore.isEmpty()) {
            return Optional.empty();
        }
        ChangeSet set = store.insert(entry, new ChangeSetStore.NewSet(title, asked.author(), asked.due()), toStore);
        refuseConflict(set.queued(), stage, awaited);
        return Optional.of(set);
    }

    private static RefusedException nothingAsked() {
        return RefusedException.invalid("changes", "a change set needs at least one change");
    }

    /**
     * Applies a pending set to the live tables, all of it or nothing.
     *
     * @throws RefusedException if it is not pending, or in conflict with what is live
     */
    public ChangeSet enact(Actor by, ChangeSetId id) {
        return journal.write(by, Touches.LIVE, entry -> {
            ChangeSet set = store.find(id).orElseThrow(() -> RefusedException.notFound("there is no change set " + id));
            if (!(set.state() instanceof ChangeSet.Pending)) {
                throw RefusedException.conflict("change set " + id + " is " + describe(set.state()));
            }
            return enact(entry, by, set);
        });
    }

    private ChangeSet enact(Entry entry, Actor by, ChangeSet set) {
        enacting.apply(entry.enacting(set.id().value(), set.author()), live.at(entry.found()), set.queued());
        ChangeSet enacted = set.in(new ChangeSet.Enacted(by, entry.at()));
        store.update(entry, enacted);
        return enacted;
    }

    /** A rule may wait for a release that another set adds; everything else that cannot work is refused at once. */
    private void refuseConflict(QueuedSet set, Stage before, Set<ReleaseName> awaited) {
        Optional<Conflict> conflict = before.conflictOfNext(set, contents);
        List<Problem> problems = conflict.stream()
                .flatMap(found -> found.reasons().stream())
                .filter(reason ->
                        !(reason instanceof Conflict.ReleaseMissing missing && awaited.contains(missing.release())))
                .map(reason -> new Problem("", reason.sentence()))
                .toList();
        if (!problems.isEmpty()) {
            throw RefusedException.invalid(problems);
        }
    }

    private static Set<ReleaseName> addedReleases(List<QueuedSet> sets) {
        return sets.stream()
                .flatMap(set -> set.changes().stream())
                .filter(Change.ReleaseAddition.class::isInstance)
                .map(change -> ((Change.ReleaseAddition) change).name())
                .collect(Collectors.toSet());
    }

    private static String describe(ChangeSet.State state) {
        return switch (state) {
            case ChangeSet.Draft() -> "a draft: submit it first";
            case ChangeSet.Pending() -> "pending";
            case ChangeSet.Held() -> "held: resume it first";
            case ChangeSet.Enacted(Actor by, Instant at) -> "enacted already, by " + by + " at " + at;
            case ChangeSet.Withdrawn(Actor by, Instant at) -> "withdrawn, by " + by + " at " + at;
        };
    }
}
