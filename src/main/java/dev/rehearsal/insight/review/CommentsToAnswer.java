package dev.rehearsal.insight.review;

import dev.rehearsal.access.PersonId;
import dev.rehearsal.approval.Comment;
import dev.rehearsal.approval.Comments;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.enactment.RequestRights;
import dev.rehearsal.insight.review.WaitingForMe.ToAnswer;
import dev.rehearsal.insight.review.WaitingForMe.Why;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.PerState;
import dev.rehearsal.staging.ChangeSetId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Finds the comments that somebody has to see: read once per state, for all who look at it. */
@Component
class CommentsToAnswer {

    /** More than anybody answers before they look again. */
    private static final int MOST_TOLD = 50;

    private final Comments comments;
    private final ChangeSets changeSets;
    private final PerState<Said> said = new PerState<>(this::read);

    CommentsToAnswer(Comments comments, ChangeSets changeSets) {
        this.comments = comments;
        this.changeSets = changeSets;
    }

    /**
     * All comments that people have to see.
     *
     * @param requested every request for changes that stands
     * @param told what each person is told, oldest first
     * @param sets those that were looked up
     */
    private record Said(
            List<ToAnswer> requested, Map<PersonId, List<Comment>> told, Map<ChangeSetId, Optional<ChangeSet>> sets) {}

    List<ToAnswer> to(NodeState state, Actor actor) {
        Said known = said.of(state);
        List<ToAnswer> mine = new ArrayList<>(known.requested().stream()
                .filter(waiting -> RequestRights.ends(waiting.set(), actor))
                .toList());
        PersonId person = state.circumstances().person(actor).id();
        List<Comment> told = known.told().getOrDefault(person, List.of());
        told.stream()
                .skip(Math.max(0, told.size() - MOST_TOLD))
                .filter(comment ->
                        mine.stream().noneMatch(waiting -> waiting.comment().id() == comment.id()))
                .toList()
                .forEach(comment -> set(state, comment.set(), known.sets())
                        .ifPresent(set ->
                                mine.add(new ToAnswer(set, comment, comment.ends() ? Why.ANSWERED : Why.MENTIONED))));
        return List.copyOf(mine);
    }

    private Said read(NodeState state) {
        Map<ChangeSetId, Optional<ChangeSet>> sets = new ConcurrentHashMap<>();
        List<ToAnswer> requested = new ArrayList<>();
        state.circumstances()
                .requests()
                .forEach((id, discussion) -> discussion
                        .standing()
                        .forEach(request -> set(state, id, sets)
                                .ifPresent(set -> requested.add(new ToAnswer(set, request, Why.CHANGES_REQUESTED)))));
        requested.sort(Comparator.comparingLong(waiting -> waiting.comment().id()));
        return new Said(List.copyOf(requested), comments.waiting(), sets);
    }

    private Optional<ChangeSet> set(NodeState state, ChangeSetId id, Map<ChangeSetId, Optional<ChangeSet>> known) {
        return known.computeIfAbsent(id, unseen -> state.pending(id).or(() -> changeSets.find(id)));
    }
}
