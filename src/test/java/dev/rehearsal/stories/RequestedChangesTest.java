package dev.rehearsal.stories;

import static dev.rehearsal.stories.Wishes.edit;
import static dev.rehearsal.stories.Wishes.release;
import static dev.rehearsal.stories.Wishes.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.approval.Comment;
import dev.rehearsal.approval.Comments;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.CommentService;
import dev.rehearsal.history.PastStates;
import dev.rehearsal.insight.review.WaitingForMe;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever could sign or test a set can keep it from going live. Ada and Eva write, Ben and Cleo sign, Dora tests, Fay neither. */
@EachDatabase
class RequestedChangesTest {

    private final Office office;
    private final CommentService comments;

    RequestedChangesTest(TestDatabase database) {
        office = new Office(database)
                .with("ada", "releng")
                .with("eva")
                .with("ben", "releng")
                .with("cleo", "releng")
                .with("dora", "qa")
                .with("fay", "relman")
                .live(
                        release("R1"),
                        release("R2"),
                        release("R3"),
                        rule("release", "R1", "alias", "first"),
                        rule("release", "R2", "alias", "second"));
        office.requires("release", "releng", 1);
        comments = database.bean(CommentService.class);
    }

    private ChangeSetId signed() {
        ChangeSetId set = office.schedules("ada", 1, edit(1, "mapping", "R3"));
        office.signs("ben", set, "releng");
        return set;
    }

    private long requests(String person, ChangeSetId set) {
        return comments.requestChanges(new Actor(person), set, null, "Not on a Friday, @ada.")
                .id();
    }

    private Comment answers(String person, ChangeSetId set, long comment) {
        return comments.answer(new Actor(person), set, comment, "It is Monday.");
    }

    private List<WaitingForMe.Why> waitsFor(String person) {
        return office.database.bean(WaitingForMe.class).toAnswer(office.state(), new Actor(person)).stream()
                .map(WaitingForMe.ToAnswer::why)
                .toList();
    }

    @Test
    void itDoesNotGoLiveThoughItIsSigned() {
        ChangeSetId set = signed();
        requests("cleo", set);

        office.comes(1);

        assertThat(office.isLive(set)).isFalse();
        assertThat(office.obstacles(set))
                .containsExactly(
                        "changes are requested by cleo: somebody who wrote the set answers, or cleo takes it back");
        assertThat(office.standing(set).needsAttention()).isTrue();
        assertThatThrownBy(() -> office.enacts("ada", set))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("changes are requested by cleo");
    }

    @Test
    void itIsNeitherDisarmedNorUnsignedByThat() {
        ChangeSetId set = signed();
        requests("cleo", set);

        office.comes(2);

        assertThat(office.sets.find(set).orElseThrow().state()).isEqualTo(new ChangeSet.Pending());
        assertThat(office.standing(set).counted()).hasSize(1);
    }

    @Test
    void itDoesNotHoldUpOthers() {
        ChangeSetId set = signed();
        ChangeSetId other = office.schedules("ada", 2, edit(2, "mapping", "R3"));
        office.signs("ben", other, "releng");
        requests("cleo", set);

        office.comes(2);

        assertThat(office.isLive(other)).isTrue();
        assertThat(office.isLive(set)).isFalse();
    }

    @Test
    void itGoesOnceWhoeverWroteItHasAnswered() {
        ChangeSetId set = signed();
        long request = requests("cleo", set);

        assertThat(answers("ada", set, request).ends()).isTrue();

        office.comes(1);
        assertThat(office.isLive(set)).isTrue();
    }

    @Test
    void norDoesAnybodyElseLetItGoByAnAnswer() {
        ChangeSetId set = signed();
        long request = requests("cleo", set);

        assertThat(answers("ben", set, request).ends()).isFalse();

        office.comes(1);
        assertThat(office.isLive(set)).isFalse();
    }

    @Test
    void whoeverEditsItIsOneOfItsWriters() {
        ChangeSetId set = office.schedules("ada", 1, edit(1, "mapping", "R3"));
        long request = requests("cleo", set);
        office.edits("eva", set, edit(1, "mapping", "R2"));
        assertThat(office.obstacles(set)).anyMatch(sentence -> sentence.startsWith("changes are requested"));

        assertThat(answers("eva", set, request).ends()).isTrue();
    }

    @Test
    void itGoesOnceTheRequestIsTakenBack() {
        ChangeSetId set = signed();
        long request = requests("cleo", set);

        comments.takeBack(new Actor("cleo"), set, request, "");

        office.comes(1);
        assertThat(office.isLive(set)).isTrue();
    }

    @Test
    void nobodyTakesBackWhatOthersRequested() {
        ChangeSetId set = signed();
        long request = requests("cleo", set);

        assertThatThrownBy(() -> comments.takeBack(new Actor("ben"), set, request, ""))
                .isInstanceOf(RefusedException.class)
                .hasMessage("only cleo takes that back; whoever wrote the set answers it");
    }

    @Test
    void theRequestOutlivesTheRoleItWasMadeWith() {
        ChangeSetId set = signed();
        long request = requests("cleo", set);
        office.database.write(entry -> {
            office.database.bean(PeopleStore.class).removeRole(entry, "cleo", new Role("releng"));
            return entry;
        });

        office.comes(1);
        assertThat(office.isLive(set)).isFalse();

        comments.takeBack(new Actor("cleo"), set, request, "I have moved on.");
        office.comes(2);
        assertThat(office.isLive(set)).isTrue();
    }

    @Test
    void severalRequestsAreAnsweredEach() {
        ChangeSetId set = signed();
        long one = requests("cleo", set);
        long other = requests("ben", set);
        answers("ada", set, one);

        office.comes(1);
        assertThat(office.isLive(set)).isFalse();

        answers("ada", set, other);
        office.comes(1);
        assertThat(office.isLive(set)).isTrue();
    }

    @Test
    void onlyWhoCouldSignOrTestItRequestsChanges() {
        ChangeSetId set = signed();

        assertThatThrownBy(() -> requests("fay", set))
                .hasMessage("it takes one of the roles that sign or test this: releng");
        assertThatThrownBy(() -> requests("dora", set))
                .hasMessage("it takes one of the roles that sign or test this: releng");
        assertThatThrownBy(() -> requests("ada", set))
                .hasMessage("whoever wrote some of this requests no changes of it: hold it, or edit it");
    }

    @Test
    void whoCouldTestItDoesWhereAGateIsMet() {
        office.gate("release", "qa", 1).maps("release", "release-cdntest", new Scope.WholeQueue());
        ChangeSetId set = signed();
        office.passes("dora", "release-cdntest");
        requests("dora", set);

        office.comes(1);

        assertThat(office.isLive(set)).isFalse();
    }

    @Test
    void breakGlassDoesNotPassOverIt() {
        office.gate("release", "qa", 1);
        ChangeSetId set = signed();
        requests("cleo", set);

        assertThatThrownBy(() -> office.breaksTheGlass(set)).hasMessageContaining("changes are requested by cleo");
        assertThat(office.isLive(set)).isFalse();
    }

    @Test
    void anybodyCommentsAndAnswersWhichKeepsNothingUp() {
        ChangeSetId set = signed();
        long comment = comments.comment(new Actor("fay"), set, null, "Hm.").id();
        answers("dora", set, comment);

        office.comes(1);

        assertThat(office.isLive(set)).isTrue();
        assertThat(comments.comment(new Actor("fay"), set, null, "It works.").digest())
                .as("of one that has ended")
                .isNull();
        assertThatThrownBy(() -> requests("cleo", set)).hasMessageContaining("is enacted");
    }

    @Test
    void aCopyBeginsWithoutAWord() {
        ChangeSetId set = signed();
        requests("cleo", set);

        ChangeSet copy = office.sets.copy(new Actor("eva"), set, null, null);

        assertThat(office.database.bean(Comments.class).of(copy.id()).comments())
                .isEmpty();
    }

    @Test
    void aCommentSaysWhatItWasSaidOf() {
        ChangeSetId set = signed();
        Comment before = comments.comment(new Actor("fay"), set, null, "Hm.");
        office.edits("ada", set, edit(1, "mapping", "R2"));
        Comment after = comments.comment(new Actor("fay"), set, null, "Better.");

        assertThat(after.digest())
                .isEqualTo(office.standing(set).inTurn().digest().value())
                .isNotEqualTo(before.digest());
    }

    @Test
    void aCommentMayBeAboutAFieldOfTheSet() {
        ChangeSetId set = signed();
        var change = office.sets.find(set).orElseThrow().changes().getFirst().id();

        Comment said =
                comments.comment(new Actor("fay"), set, new CommentService.Target(change, "mapping"), "Why not R2?");

        assertThat(said.about()).isEqualTo(new Comment.Place(change, "mapping", "rule 1"));
        assertThatThrownBy(() ->
                        comments.comment(new Actor("fay"), set, new CommentService.Target(change, "colour"), "Why?"))
                .hasMessage("field: is no field of change " + change);
    }

    @Test
    void whatIsSaidToSomebodyWaitsForThem() {
        ChangeSetId set = signed();
        long request = requests("cleo", set);
        comments.comment(new Actor("ben"), set, null, "@dora, have a look.");

        assertThat(waitsFor("ada")).as("named, and asked").containsExactly(WaitingForMe.Why.CHANGES_REQUESTED);
        assertThat(waitsFor("dora")).containsExactly(WaitingForMe.Why.MENTIONED);

        answers("ada", set, request);
        assertThat(waitsFor("ada")).isEmpty();
        assertThat(waitsFor("cleo")).containsExactly(WaitingForMe.Why.ANSWERED);

        comments.putAside(new Actor("cleo"), set, request);
        assertThat(waitsFor("cleo")).isEmpty();
    }

    @Test
    void whatIsTooLongOrEmptyChangesNothing() {
        ChangeSetId set = signed();

        for (String text : List.of(" ", "x".repeat(2_001))) {
            assertThatThrownBy(() -> comments.comment(new Actor("fay"), set, null, text))
                    .hasMessage("text: must say something, in 1 to 2,000 characters");
        }
        assertThat(office.database.bean(Comments.class).of(set).comments()).isEmpty();
    }

    @Test
    void thePastKnowsWhatStoodThen() {
        ChangeSetId set = signed();
        long request = requests("cleo", set);
        Instant requested = office.hour(0);
        office.comes(0);
        office.database.bean(TestClock.class).advance(Duration.ofMinutes(1));
        answers("ada", set, request);

        PastStates past = office.database.bean(PastStates.class);
        assertThat(past.at(requested).circumstances().requestsOf(set)).hasSize(1);
        assertThat(office.state().circumstances().requestsOf(set)).isEmpty();
    }
}
