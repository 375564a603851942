package dev.rehearsal.ui.changes;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.Office.ADA;
import static dev.rehearsal.Office.BEN;
import static dev.rehearsal.Office.DMITRI;
import static dev.rehearsal.Office.RELENG;
import static dev.rehearsal.Office.RELMAN;
import static dev.rehearsal.Office.ZOE;
import static dev.rehearsal.Office.edit;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rehearsal.Desk;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Revision;
import dev.rehearsal.enactment.CommentService;
import dev.rehearsal.ledger.Actor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people say to a set on its page. */
class ChangeSetDiscussionTest {

    private final Office office = new Office(TestDatabase.H2).needingSignoffs();
    private final CommentService comments = office.database.bean(CommentService.class);

    @RegisterExtension
    final Desk desk = new Desk(TestDatabase.H2);

    private final ChangeSet set = office.schedule("Ship R2", 4, edit(1, "mapping", "R2", "backgroundRate", 25));

    private void open(String person) {
        desk.open(person, "changes/" + set.id());
    }

    private void say(String text, String button) {
        desk.enter(_get(TextArea.class), text);
        _click(_find(Button.class, spec -> spec.withText(button)).getLast());
        desk.roundTrip();
    }

    private long requested() {
        return comments.requestChanges(new Actor(BEN), set.id(), null, "Not on a Friday")
                .id();
    }

    @Test
    void anybodyCommentsOnTheWhole() {
        open(ZOE);
        assertThat(desk.text()).contains("Nobody has said anything yet.");

        desk.press("Comment");
        say("Looks good", "Comment");

        assertThat(desk.text()).contains("zoe", "Looks good").doesNotContain("Nobody has said anything yet.");
    }

    @Test
    void andOnAField() {
        open(ZOE);

        _click(_get(
                Button.class,
                spec -> spec.withPredicate(button -> button.getAriaLabel()
                        .filter("Comment on rule #1 main, mapping"::equals)
                        .isPresent())));
        assertThat(_find(
                        Checkbox.class,
                        spec -> spec.withPredicate(box -> box.getLabel().startsWith("Request"))))
                .as("zoe could neither sign nor test it")
                .isEmpty();
        say("Why not R3?", "Comment");

        assertThat(desk.text()).contains("rule 1, mapping Why not R3?");
    }

    @Test
    void whoCannotRequestChangesIsToldWhy() {
        open(ZOE);
        assertThat(desk.button("Request changes").isEnabled()).isFalse();
        assertThat(desk.text()).contains("It takes one of the roles that sign or test this: releng, relman.");

        open(ADA);
        assertThat(desk.text()).contains("Whoever wrote some of this requests no changes of it: hold it, or edit it.");
    }

    @Test
    void whoCouldSignRequestsChangesAndAllSeeIt() {
        open(BEN);

        desk.press("Request changes");
        say("Not on a Friday", "Request changes");

        assertThat(desk.text())
                .contains("changes requested by ben", "! changes requested", "Not on a Friday")
                .doesNotContain("✓ ready");
    }

    @Test
    void thePageOfASignedSetSaysThatItDoesNotGo() {
        office.sign(DMITRI, set, RELENG);
        office.sign(BEN, set, RELMAN);
        requested();

        open("greta");

        assertThat(desk.button("Enact now…").isEnabled()).isFalse();
        assertThat(desk.text()).contains("Changes are requested by ben: somebody who wrote the set answers");
    }

    @Test
    void itsAuthorAnswersAndIsToldWhatThatDoes() {
        requested();
        open(ADA);

        desk.press("Answer");
        assertThat(desk.dialog()).contains("your answer lets it go live", "ben is told");
        say("It is Monday", "Answer");

        assertThat(desk.text())
                .contains("✓ answered", "It is Monday", "✓ changes were requested")
                .doesNotContain("changes requested by ben");
    }

    @Test
    void whoRequestedThemTakesThatBack() {
        requested();
        open(ZOE);
        assertThat(desk.hasButton("Take back")).isFalse();

        open(BEN);
        desk.press("Take back");
        say("", "Take back");

        assertThat(desk.text()).contains("✓ taken back").doesNotContain("changes requested by ben");
    }

    @Test
    void whatWasSaidOfAnEarlierStateSaysSo() {
        requested();
        office.changeSets.revise(
                new Actor(ADA), set.id(), null, new Revision(null, null, List.of(edit(1, "mapping", "R3"))));

        open(BEN);

        assertThat(desk.text()).contains("said of an earlier state of the set");
    }

    @Test
    void itWaitsForTheAuthorWhoIsNamedAndForWhoIsAnswered() {
        long request = requested();
        desk.open(ADA, "waiting");
        assertThat(desk.text()).contains("To answer (1)", "ben requests changes", "Not on a Friday");
        desk.follow("Ship R2");
        desk.press("Answer");
        say("It is Monday, @zoe", "Answer");
        assertThat(desk.text()).doesNotContain("To answer");

        desk.open(ZOE, "waiting");
        assertThat(desk.text()).doesNotContain("To answer").as("zoe holds nothing, so there is no such person");

        desk.open(BEN, "waiting?open=comment-" + (request + 1));
        assertThat(desk.text()).contains("ada has answered you", "It is Monday");
        desk.press("Put aside");
        assertThat(desk.text()).doesNotContain("ada has answered you");
    }
}
