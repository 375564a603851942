package dev.rehearsal.ui.changes;

import dev.rehearsal.approval.Comment;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.insight.review.Audiences;
import dev.rehearsal.insight.review.Differences;
import dev.rehearsal.insight.review.Headline;
import dev.rehearsal.insight.review.ReadinessOverview;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.PerState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.ui.changes.ListedSet.Attention;
import dev.rehearsal.ui.changes.ListedSet.RoleProgress;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.PersonName;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.links.ChangesAddress.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the sets of a list. What costs more than a look at each set, gates above all, is asked line by line. */
@Component
class ListedSets implements ReadinessInView.Source {

    private static final Messages MESSAGES = Messages.beside(ListedSets.class);

    /** Limits a page of a stage other than the queue; whoever wants older ones asks for more. */
    static final int PAGE = 1_000;

    /** Sets that left the queue by themselves and wait for somebody. */
    private static final String DISARMED = "disarmed";

    private static final Attention UNSIGNED =
            new Attention(MESSAGES.get("list.unsigned"), MESSAGES.get("list.unsigned.why"));

    private final SnapshotKeeper snapshots;
    private final ChangeSets changeSets;
    private final ReadinessOverview readiness;
    private final Clock clock;
    private final PerState<Audiences> audiences = new PerState<>(Audiences::new);
    private final PerState<List<ListedSet>> queued = new PerState<>(this::queued);

    ListedSets(SnapshotKeeper snapshots, ChangeSets changeSets, ReadinessOverview readiness, Clock clock) {
        this.snapshots = snapshots;
        this.changeSets = changeSets;
        this.readiness = readiness;
        this.clock = clock;
    }

    /** Whether there are more of a stage than were asked for. */
    boolean hasMore(Stage stage, int most, int listed) {
        return stage == Stage.PENDING ? changeSets.countInState(DISARMED) > most : listed >= most;
    }

    /**
     * Reads a stage; what needs a decision stands before what is queued.
     *
     * @param most of those that are not pending
     */
    List<ListedSet> in(Stage stage, int most) {
        NodeState state = snapshots.current();
        return switch (stage) {
            case PENDING -> {
                List<ListedSet> listed = new ArrayList<>(told(state, changeSets.inState(DISARMED, most)));
                listed.addAll(pending(state));
                yield List.copyOf(listed);
            }
            case HELD -> told(state, changeSets.inState("held", most));
            case DRAFTS -> told(state, changeSets.inState("draft", most));
            case HISTORY -> told(state, changeSets.ended(most));
        };
    }

    /** Counts the sets of each stage whose size is worth knowing. */
    Map<Stage, Integer> counts() {
        return Map.of(
                Stage.PENDING, snapshots.current().queue().size() + (int) changeSets.countInState(DISARMED),
                Stage.HELD, (int) changeSets.countInState("held"),
                Stage.DRAFTS, (int) changeSets.countInState("draft"));
    }

    @Override
    public @Nullable Readiness standing(ListedSet listed) {
        NodeState state = snapshots.current();
        return state.pending(listed.set().id())
                .map(set -> readiness.of(state, set))
                .orElse(null);
    }

    @Override
    public @Nullable Readiness standingIfKnown(ListedSet listed) {
        NodeState state = snapshots.current();
        return state.pending(listed.set().id())
                .map(set -> readiness.ifKnown(state, set))
                .orElse(null);
    }

    private List<ListedSet> told(NodeState state, List<ChangeSet> sets) {
        Instant now = clock.instant();
        Audiences all = audiences.of(state);
        Tables known = state.stages().wholeQueue().staged();
        return sets.stream()
                .map(set -> new ListedSet(
                        set,
                        Headline.of(Differences.asWritten(set, known)),
                        all.of(set),
                        false,
                        List.of(),
                        requested(state, set)))
                .map(listed -> listed.at(now, UNSIGNED))
                .toList();
    }

    private List<ListedSet> pending(NodeState state) {
        Instant now = clock.instant();
        return queued.of(state).stream().map(listed -> listed.at(now, UNSIGNED)).toList();
    }

    /** The queue as it is told at any time. */
    private List<ListedSet> queued(NodeState state) {
        Audiences all = audiences.of(state);
        Tables known = state.stages().wholeQueue().staged();
        ReadinessOverview.SignoffProgress progress = readiness.progress(state);
        Map<ChangeSetId, Conflict> conflicts = new HashMap<>();
        state.stages().wholeQueue().conflicts().forEach(conflict -> conflicts.put(conflict.set(), conflict));
        return state.queue().stream()
                .map(set -> new ListedSet(
                        set,
                        Headline.of(Differences.asWritten(set, known)),
                        all.of(set),
                        false,
                        signoffs(set, progress),
                        attention(state, set, conflicts.get(set.id()), progress)))
                .toList();
    }

    private static List<RoleProgress> signoffs(ChangeSet set, ReadinessOverview.SignoffProgress progress) {
        Requirements missing = progress.missing(set);
        return progress.required(set).perRole().entrySet().stream()
                .map(required -> new RoleProgress(
                        required.getKey().name(),
                        required.getValue() - missing.perRole().getOrDefault(required.getKey(), 0),
                        required.getValue()))
                .toList();
    }

    private static @Nullable Attention requested(NodeState state, ChangeSet set) {
        List<Comment> requests = set.isOpen() ? state.circumstances().requestsOf(set.id()) : List.of();
        return requests.isEmpty()
                ? null
                : new Attention(
                        MESSAGES.get("state.requested"),
                        requests.stream()
                                .map(request ->
                                        MESSAGES.get("list.requested.why", PersonName.of(request.by()), request.text()))
                                .collect(Collectors.joining(" ")));
    }

    private static @Nullable Attention attention(
            NodeState state, ChangeSet set, @Nullable Conflict conflict, ReadinessOverview.SignoffProgress progress) {
        if (conflict != null) {
            return new Attention(
                    MESSAGES.get("list.conflict"),
                    conflict.reasons().stream()
                            .map(reason -> Sentence.of(reason.sentence()))
                            .collect(Collectors.joining(" ")));
        }
        Attention requested = requested(state, set);
        if (requested != null) {
            return requested;
        }
        return progress.withTooFewSigners(set)
                .map(role -> new Attention(MESSAGES.get("list.few"), MESSAGES.get("list.few.why", role)))
                .orElse(null);
    }
}
