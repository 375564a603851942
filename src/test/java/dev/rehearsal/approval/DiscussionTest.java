package dev.rehearsal.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.access.PersonId;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiscussionTest {

    private static final Comment REQUEST = comment(1, Comment.Kind.REQUEST, null, false);

    private static Comment comment(long id, Comment.Kind kind, @Nullable Long answers, boolean ends) {
        return new Comment(
                id,
                new ChangeSetId(1),
                kind,
                null,
                answers,
                ends,
                "text",
                null,
                new Actor("ada"),
                new PersonId(1),
                Instant.EPOCH);
    }

    @Test
    void aRequestForChangesStandsWhateverElseIsSaid() {
        Discussion said = new Discussion(List.of(
                REQUEST,
                comment(2, Comment.Kind.REMARK, 1L, false),
                comment(3, Comment.Kind.REQUEST, null, false),
                comment(4, Comment.Kind.REMARK, 3L, true)));

        assertThat(said.standing()).containsExactly(REQUEST);
    }

    @Test
    void untilAnAnswerEndsIt() {
        Comment end = comment(2, Comment.Kind.REMARK, 1L, true);

        assertThat(new Discussion(List.of(REQUEST, end)).standing()).isEmpty();
        assertThat(new Discussion(List.of(REQUEST, end)).endOf(REQUEST)).contains(end);
    }

    @Test
    void orItIsTakenBack() {
        assertThat(new Discussion(List.of(REQUEST, comment(2, Comment.Kind.TAKE_BACK, 1L, true))).standing())
                .isEmpty();
    }

    @Test
    void aRemarkNeverStands() {
        assertThat(new Discussion(List.of(comment(1, Comment.Kind.REMARK, null, false))).standing())
                .isEmpty();
    }

    @Test
    void answersStandUnderWhatTheyAnswer() {
        Comment answer = comment(3, Comment.Kind.REMARK, 1L, false);
        Comment other = comment(2, Comment.Kind.REMARK, null, false);
        Discussion said = new Discussion(List.of(REQUEST, other, answer));

        assertThat(said.threads()).containsExactly(REQUEST, other);
        assertThat(said.answersTo(REQUEST)).containsExactly(answer);
    }
}
