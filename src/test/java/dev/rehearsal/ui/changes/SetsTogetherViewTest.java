package dev.rehearsal.ui.changes;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.Office.ADA;
import static dev.rehearsal.Office.BEN;
import static dev.rehearsal.Office.ZOE;
import static dev.rehearsal.Office.addRule;
import static dev.rehearsal.Office.edit;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import dev.rehearsal.Desk;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.approval.Signoffs;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.staging.ChangeSetId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several sets, picked in the list and looked at one below the other. */
class SetsTogetherViewTest {

    private final Office office = new Office(TestDatabase.H2).needingSignoffs();

    @RegisterExtension
    final Desk desk = new Desk(TestDatabase.H2);

    private final ChangeSet shipping = office.schedule("Ship R2", 4, edit(1, "mapping", "R2"));
    private final ChangeSet adding = office.schedule("Add a rule", 5, addRule("locale", "fr", "mapping", "R3"));
    private final ChangeSet ofBeta = office.schedule("Throttle beta", 6, edit(2, "backgroundRate", 10));

    @Test
    void leadsFromTheSetsThatArePickedToThemTogether() {
        desk.open(BEN, "changes");
        assertThat(desk.button("Sign, reschedule, hold…").isEnabled()).isFalse();
        assertThat(desk.text()).contains("Choose sets by the boxes on the left first.");

        desk.open(BEN, "changes/together?sets=" + shipping.id() + "." + adding.id());

        assertThat(desk.heading()).isEqualTo("2 change sets together");
        assertThat(desk.text()).contains("Ship R2", "R1", "R2", "Add a rule", "R3");
    }

    @Test
    void signsThoseThatAPersonCanSignAndSaysWhyNotTheRest() {
        together(BEN);
        assertThat(desk.text()).contains("Throttle beta: No signoff is needed.");

        press("Sign 2 of 3 as relman");

        assertThat(Stream.of(shipping, adding, ofBeta).map(this::signers)).containsExactly(1, 1, 0);
        assertThat(desk.notifications()).singleElement().asString().contains("Signed 2 sets as relman");

        desk.press("Undo");
        assertThat(Stream.of(shipping, adding).map(this::signers)).containsExactly(0, 0);
    }

    @Test
    void signsNothingOfWhatBecameAnotherWhileSomebodyLooked() {
        together(BEN);

        office.move(ADA, adding, 9);
        desk.roundTrip();

        assertThat(desk.text()).contains("Look at what was edited first.");
        press("Sign 1 of 3 as relman");
        assertThat(Stream.of(shipping, adding).map(this::signers)).containsExactly(1, 0);
    }

    @Test
    void holdsSeveralInOneStep() {
        together(ADA);

        press("Hold 3 of 3…");
        assertThat(desk.dialog()).contains("Hold 3 sets?", "Ship R2", "They leave the queue");
        desk.press("Hold");

        assertThat(Stream.of(shipping, adding, ofBeta).map(office::now))
                .allMatch(set -> set.state() instanceof ChangeSet.Held);
    }

    @Test
    void holdsNoneWhereOneBecameAnotherMeanwhile() {
        together(ADA);
        press("Hold 3 of 3…");
        office.move(ADA, adding, 9);

        desk.press("Hold");

        assertThat(desk.dialog()).contains("Change set " + adding.id() + " is at data_version 2 by now");
        assertThat(Stream.of(shipping, adding, ofBeta).map(office::now))
                .allMatch(set -> set.state() instanceof ChangeSet.Pending);
    }

    @Test
    void reschedulesSeveralToOneTime() {
        together(ADA);

        press("Reschedule 3 of 3…");
        desk.press("Reschedule");

        assertThat(Stream.of(shipping, adding, ofBeta).map(office::now))
                .allMatch(set -> set.due().equals(ofBeta.due()));
    }

    @Test
    void saysWhyEachButtonIsOffForSomebodyWhoMayNothing() {
        together(ZOE);

        assertThat(_find(_get(TogetherCard.class), Button.class)).noneMatch(Button::isEnabled);
        assertThat(desk.text()).contains("Ship R2: You lack the");
    }

    @Test
    void saysWhereNoneOfTheSetsIsThere() {
        desk.open(ADA, "changes/together?sets=998.x.999");

        assertThat(desk.text()).contains("None of these sets is there.");
    }

    private void together(String person) {
        desk.open(person, "changes");
        List<ChangeSetId> all = List.of(shipping.id(), adding.id(), ofBeta.id());
        _get(ChangesGrid.class).pick(all);
        desk.open(person, "changes/together?sets=" + shipping.id() + "." + adding.id() + "." + ofBeta.id());
    }

    private void press(String label) {
        desk.press(label);
    }

    private int signers(ChangeSet set) {
        return TestDatabase.H2.bean(Signoffs.class).of(set.id()).size();
    }
}
