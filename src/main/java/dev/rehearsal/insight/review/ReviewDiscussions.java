package dev.rehearsal.insight.review;

import dev.rehearsal.access.Person;
import dev.rehearsal.approval.Comment;
import dev.rehearsal.approval.Comments;
import dev.rehearsal.approval.Discussion;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.enactment.RequestRights;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.NodeState;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what was said to a set, with what the signed-in user can add. */
@Component
class ReviewDiscussions {

    private final Comments comments;
    private final ReadinessOverview readiness;

    ReviewDiscussions(Comments comments, ReadinessOverview readiness) {
        this.comments = comments;
        this.readiness = readiness;
    }

    ReviewDiscussion of(NodeState state, ChangeSet set, Actor viewer) {
        Discussion said = comments.of(set.id());
        Person person = state.circumstances().person(viewer);
        Readiness standing = set.isOpen() ? readiness.of(state, set) : null;
        return new ReviewDiscussion(
                set,
                said,
                standing == null ? null : standing.inTurn().digest().value(),
                standing == null
                        ? "it has ended"
                        : RequestRights.whyNot(set, person, readiness.maySign(state, viewer, set), standing)
                                .orElse(null),
                RequestRights.ends(set, viewer),
                said.standing().stream()
                        .filter(request -> RequestRights.takesBack(request, person))
                        .map(Comment::id)
                        .collect(Collectors.toSet()));
    }
}
