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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what was said that somebody has to see: read once per state, for all who look at it. */
@Component
class SaidToSets {

    private final Comments comments;
    private final ChangeSets changeSets;
    private final PerState<Said> said = new PerState<>(this::read);

    SaidToSets(Comments comments, ChangeSets changeSets) {
        this.comments = comments;
        this.changeSets = changeSets;
    }

    /** @param requested every request for changes that stands */
    private record Said(List<ToAnswer> requested, Map<PersonId, List<ToAnswer>> told) {}

    List<ToAnswer> to(NodeState state, Actor actor) {
        Said known = said.of(state);
        List<ToAnswer> mine = new ArrayList<>(known.requested().stream()
                .filter(waiting -> RequestRights.ends(waiting.set(), actor))
                .toList());
        PersonId person = state.circumstances().person(actor).id();
        known.told().getOrDefault(person, List.of()).stream()
                .filter(told ->
                        mine.stream().noneMatch(waiting -> waiting.comment().equals(told.comment())))
                .forEach(mine::add);
        return List.copyOf(mine);
    }

    private Said read(NodeState state) {
        Map<ChangeSetId, Optional<ChangeSet>> sets = new HashMap<>();
        List<ToAnswer> requested = new ArrayList<>();
        state.circumstances()
                .requests()
                .forEach((id, discussion) -> discussion
                        .standing()
                        .forEach(request -> set(state, id, sets)
                                .ifPresent(set -> requested.add(new ToAnswer(set, request, Why.CHANGES_REQUESTED)))));
        requested.sort(
                (one, other) -> Long.compare(one.comment().id(), other.comment().id()));
        Map<PersonId, List<ToAnswer>> told = new HashMap<>();
        comments.waiting().forEach((person, waiting) -> {
            for (Comment comment : waiting) {
                set(state, comment.set(), sets)
                        .ifPresent(set -> told.computeIfAbsent(person, unseen -> new ArrayList<>())
                                .add(new ToAnswer(set, comment, comment.ends() ? Why.ANSWERED : Why.MENTIONED)));
            }
        });
        return new Said(List.copyOf(requested), told);
    }

    private Optional<ChangeSet> set(NodeState state, ChangeSetId id, Map<ChangeSetId, Optional<ChangeSet>> known) {
        return known.computeIfAbsent(id, unseen -> state.pending(id).or(() -> changeSets.find(id)));
    }
}
