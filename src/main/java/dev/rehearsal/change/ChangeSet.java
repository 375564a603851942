package dev.rehearsal.change;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.QueuedSet;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An ordered batch of changes that is signed, tested and enacted as one.
 *
 * @param title at most 200 characters
 * @param due when it shall be enacted, to the millisecond
 * @param writers everybody who wrote any of each change, the latest last
 * @param armedBy who decided that it shall go on after it had been disarmed, and answers for it since; null for nobody
 * @param contentAt when changes or due time became what they are
 */
public record ChangeSet(
        ChangeSetId id,
        String title,
        Actor author,
        Instant createdAt,
        Instant due,
        State state,
        List<Change> changes,
        Map<ChangeId, List<Actor>> writers,
        @Nullable Actor armedBy,
        Instant contentAt,
        int dataVersion) {

    public static final int LONGEST_TITLE = 200;

    /** The one order of the queue: by due time, then by id. */
    public static final Comparator<ChangeSet> QUEUE_ORDER =
            Comparator.comparing(ChangeSet::due).thenComparing(ChangeSet::id);

    public ChangeSet {
        changes = List.copyOf(changes);
        writers = Map.copyOf(writers);
    }

    /** Whether it was scheduled without a time of its own, which makes it due as it was written. */
    public boolean isAsSoonAsPossible() {
        return due.equals(createdAt);
    }

    /** The state of a set says where it is in its life. Only pending sets are staged. */
    public sealed interface State {

        /** Says for people what a set is, and what to do first where it waits. */
        default String describe() {
            return switch (this) {
                case Draft() -> "a draft: submit it first";
                case Pending() -> "pending";
                case Held() -> "held: resume it first";
                case Disarmed(String reason, Instant _) ->
                    "disarmed, since it was due and could not go (" + reason + "): resolve or reschedule it first";
                case Enacted(Actor by, Instant at) -> "enacted already, by " + by + " at " + at;
                case Withdrawn(Actor by, Instant at) -> "withdrawn, by " + by + " at " + at;
            };
        }
    }

    public record Draft() implements State {}

    public record Pending() implements State {}

    public record Held() implements State {}

    /**
     * The set was due and could not go because of what it is: it is neither staged nor enacted until somebody resolves
     * or reschedules it.
     *
     * @param reason for people: what stood against it then
     */
    public record Disarmed(String reason, Instant at) implements State {}

    public record Enacted(Actor by, Instant at) implements State {}

    public record Withdrawn(Actor by, Instant at) implements State {}

    public ChangeSet in(State next) {
        return new ChangeSet(
                id, title, author, createdAt, due, next, changes, writers, armedBy, contentAt, dataVersion + 1);
    }

    /** Returns this set in its present version, told as if it were in another state. */
    public ChangeSet told(State other) {
        return new ChangeSet(
                id, title, author, createdAt, due, other, changes, writers, armedBy, contentAt, dataVersion);
    }

    /** Returns this set with another title, due time or content; a draft stays one. */
    public ChangeSet revised(String newTitle, Instant newDue, Instant at) {
        return new ChangeSet(
                id, newTitle, author, createdAt, newDue, state, changes, writers, armedBy, at, dataVersion + 1);
    }

    /** Returns the title, with its end left out where it is too long for a set. */
    public static String shortened(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }

    /** Returns as much of the title as a set takes: titles that programs make are cut without a sign of it. */
    public static String cut(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
    }

    ChangeSet titled(String newTitle) {
        return new ChangeSet(
                id, newTitle, author, createdAt, due, state, changes, writers, armedBy, contentAt, dataVersion);
    }

    /**
     * Returns the set with these changes in place of its own: whoever wrote any of one that goes on is still its writer. Who
     * takes a change out makes something else of the others, and so is a writer of each.
     */
    public ChangeSet holding(List<Change> next, Collection<Actor> by) {
        Set<Change> stay = Set.copyOf(changes);
        Set<ChangeId> left = next.stream().map(Change::id).collect(Collectors.toSet());
        boolean isTakenOut = changes.stream().anyMatch(change -> !left.contains(change.id()));
        Map<ChangeId, List<Actor>> nextWriters = new HashMap<>();
        for (Change change : next) {
            Set<Actor> wrote = new LinkedHashSet<>(writers.getOrDefault(change.id(), List.of()));
            if (wrote.isEmpty() || isTakenOut || !stay.contains(change)) {
                by.forEach(writer -> {
                    wrote.remove(writer);
                    wrote.add(writer);
                });
            }
            nextWriters.put(change.id(), List.copyOf(wrote));
        }
        return new ChangeSet(
                id, title, author, createdAt, due, state, next, nextWriters, armedBy, contentAt, dataVersion);
    }

    /** Returns the set pending again, by somebody who answers for it from now on. */
    public ChangeSet armed(Actor by) {
        return new ChangeSet(
                id, title, by, createdAt, due, new Pending(), changes, writers, by, contentAt, dataVersion);
    }

    /** Returns everybody who wrote any of a change. */
    public List<Actor> writersOf(ChangeId change) {
        return writers.getOrDefault(change, List.of(author));
    }

    /** Returns whose permission a change goes live with: of its latest writer, or of whoever armed the set again. */
    public Actor answersFor(ChangeId change) {
        return armedBy != null ? armedBy : writersOf(change).getLast();
    }

    /** Whether it changes configuration, which always goes alone. */
    public boolean isConfiguration() {
        return changes.stream().anyMatch(RowChange::isOfConfiguration);
    }

    /** Whether what its signers sign tells what somebody holds. */
    public boolean isAboutPeople() {
        return changes.stream()
                .anyMatch(change ->
                        change instanceof RowChange<?> row && row.stakes().anyMatch(Stake.OfPerson.class::isInstance));
    }

    /** Returns this set in its present version, due at another time. */
    public ChangeSet dueAt(Instant other) {
        return new ChangeSet(
                id, title, author, createdAt, other, state, changes, writers, armedBy, contentAt, dataVersion);
    }

    /** Returns who wrote any of what it is now. */
    public Set<Actor> contentBy() {
        return writers.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is still to be enacted: a draft, pending, held or disarmed. */
    public boolean isOpen() {
        return switch (state) {
            case Draft(), Pending(), Held(), Disarmed _ -> true;
            case Enacted _, Withdrawn _ -> false;
        };
    }

    /** Whether it changes this release and nothing else. */
    public boolean concernsOnly(ReleaseName release) {
        return changes.stream().allMatch(change -> release.equals(releaseOf(change)));
    }

    /** Whether it was asked for and enacted in the same moment, and so never pending. */
    public boolean isDirectEdit() {
        return state instanceof Enacted(Actor _, Instant at) && at.equals(createdAt);
    }

    /** Returns the release that a change is about; null for a change of something else. */
    public static @Nullable ReleaseName releaseOf(Change change) {
        return switch (change) {
            case Change.ReleaseAddition addition -> addition.name();
            case Change.ReleaseEdit edit -> edit.name();
            case Change.ReleaseRemoval removal -> removal.name();
            case Change.RuleAddition _, Change.RuleEdit _, Change.RuleRemoval _, Change.PinEdit _, Change.Unstaged _ ->
                null;
        };
    }

    /** Returns the rule that a change is about; null for a change of something else. */
    public static @Nullable RuleId ruleOf(Change change) {
        return switch (change) {
            case Change.RuleAddition addition -> addition.rule().id();
            case Change.RuleEdit edit -> edit.rule();
            case Change.RuleRemoval removal -> removal.rule();
            case Change.ReleaseAddition _,
                    Change.ReleaseEdit _,
                    Change.ReleaseRemoval _,
                    Change.PinEdit _,
                    Change.Unstaged _ -> null;
        };
    }

    /** Returns the refusal of what cannot be done with this set, with what it is instead. */
    public RefusedException refusal() {
        return RefusedException.conflict("change set " + id + " is " + state.describe());
    }

    /** @throws RefusedException with what the set is instead */
    public void requirePending() {
        if (!(state instanceof Pending())) {
            throw refusal();
        }
    }

    /** @throws RefusedException unless the set is pending or held, and so can be signed and passed */
    public void requireSignable() {
        if (!(state instanceof Pending()) && !(state instanceof Held())) {
            throw refusal();
        }
    }

    /** Returns this set as staging wants it. */
    public QueuedSet queued() {
        return new QueuedSet(id, due, changes);
    }
}
