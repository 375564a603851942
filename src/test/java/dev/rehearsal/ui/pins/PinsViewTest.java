package dev.rehearsal.ui.pins;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static dev.rehearsal.LiveFirefox.edit;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.staging.Change;
import dev.rehearsal.ui.frame.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PinsViewTest {

    private static final Pins.Key ON_149 = new Pins.Key("Firefox", "release", "149.");
    private static final String CHANGE_149 = "pins?do=change&product=Firefox&channel=release&version=149.";

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    private void pinned() {
        firefox.live(new Proposal.SetPin(ON_149, new ReleaseName("Firefox-149")));
    }

    @Test
    void saysWhatToDoWhereNothingIsPinned() {
        page.open(ADA, "pins");

        assertThat(page.text()).contains("No version is pinned to a release yet. Set a pin:");
    }

    @Test
    void showsWhatIsPinnedAndWhatIsQueuedForIt() {
        pinned();
        firefox.pending(ADA, "Hold back less", 2, new Proposal.SetPin(ON_149, new ReleaseName("Firefox-150")));

        page.open(ADA, "pins");

        assertThat(page.text())
                .contains("Firefox release 149.* Firefox-149")
                .contains("edited Firefox-150 Hold back less");
    }

    @Test
    void aPinIsSetInAChangeSet() {
        page.open(ADA, "pins?do=add");
        page.enter(choice("Product"), "Firefox");
        page.enter(choice("Channel"), "release");
        page.enter(_get(TextField.class, field -> field.withCaption("Version")), "149.");
        page.enter(choice("Release"), "Firefox-149");

        page.click("Schedule");

        ChangeSet set = pending();
        assertThat(set.title()).isEqualTo("Point pin 149. of Firefox release at Firefox-149");
        assertThat(set.changes())
                .singleElement()
                .satisfies(
                        change -> assertThat(((Change.PinEdit) change).mapping().value())
                                .isEqualTo(new ReleaseName("Firefox-149")));
        assertThat(page.location()).isEqualTo("pins?saved=" + set.id());
    }

    @Test
    void aPinIsRemovedInAChangeSet() {
        pinned();
        page.open(ADA, CHANGE_149.replace("change", "remove"));
        assertThat(page.text()).contains("they get no update beyond that version");

        page.click("Schedule");

        assertThat(((Change.PinEdit) pending().changes().getFirst()).mapping().value())
                .isNull();
    }

    @Test
    void aPinIsPartOfASetWithOtherChanges() {
        pinned();
        ChangeSet set = firefox.pending(
                ADA,
                "Ship 150.0",
                2,
                edit(204, "mapping", "Firefox-150"),
                new Proposal.SetPin(ON_149, new ReleaseName("Firefox-140")));
        page.open(ADA, CHANGE_149);
        page.enter(choice("Release"), "Firefox-150");
        chooseSet();

        page.click("Add to it");

        assertThat(firefox.set(set).changes())
                .hasSize(2)
                .last()
                .satisfies(
                        change -> assertThat(((Change.PinEdit) change).mapping().value())
                                .isEqualTo(new ReleaseName("Firefox-150")));
    }

    @Test
    void saysWhatIsWrongWithAVersion() {
        page.open(ADA, "pins?do=add");
        TextField version = _get(TextField.class, field -> field.withCaption("Version"));

        page.enter(version, "149");

        assertThat(version.isInvalid()).isTrue();
        assertThat(version.getErrorMessage()).isEqualTo("Write it like 148. or 148.0., the last dot included");
        assertThat(page.button("Schedule").isEnabled()).isFalse();
    }

    @Test
    void saysWhatSomebodyLacksWhoMaySetNone() {
        pinned();
        page.open(RITA, CHANGE_149);

        page.enter(choice("Release"), "Firefox-150");

        assertThat(page.button("Schedule").isEnabled()).isFalse();
        assertThat(page.text()).contains("You lack the permission 'pinnable_release' with action 'modify'");
    }

    @Test
    void saysThatThereIsNoSuchPin() {
        page.open(ADA, CHANGE_149);

        assertThat(page.text()).contains("There is no pin 149. of Firefox release, neither live nor pending.");
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> choice(String label) {
        return _get(ComboBox.class, field -> field.withCaption(label));
    }

    @SuppressWarnings("unchecked")
    private void chooseSet() {
        Select<Object> target = _get(Select.class, field -> field.withCaption("Goes into"));
        page.enter(target, target.getListDataView().getItems().toList().getLast());
    }

    private static ChangeSet pending() {
        return TestDatabase.H2.bean(ChangeQueue.class).pending().getFirst();
    }
}
