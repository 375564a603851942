package dev.rehearsal.ui.emergency;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.live.EmergencyShutoffs;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.live.ShutoffService;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Page;
import dev.rehearsal.ui.proposal.SavedNote;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmergencyViewTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    @Test
    void saysThatNothingIsShutOff() {
        page.open(ADA, "emergency");

        assertThat(page.text()).contains("No updates are shut off: every client gets what the rules say.");
        assertThat(_find(H1.class)).hasSize(1);
    }

    @Test
    void tellsWhatIsShutOffByWhomSinceWhenAndWhy() {
        shutOff("Crashes at start");

        page.open(RITA, "emergency");

        assertThat(row())
                .contains(
                        "Firefox on release", "Mon 2 Mar 2026, 09:00 UTC", "ada@rehearsal.example", "Crashes at start");
    }

    @Test
    void tellsOnEveryScreenWhatIsShutOff() {
        shutOff("Crashes at start");

        page.open(RITA, "rules");

        assertThat(Page.textOf(_get(Div.class, spec -> spec.withClasses("stop-notice"))))
                .contains(
                        "Firefox on release is shut off since Mon 2 Mar 2026, 09:00 UTC by ada", "“Crashes at start”");
    }

    @Test
    void tellsNothingOnScreensWhereNothingIsShutOff() {
        page.open(RITA, "rules");

        assertThat(_find(Div.class, spec -> spec.withClasses("stop-notice"))).isEmpty();
    }

    @Test
    void shutsOffAfterNamingTheConsequence() {
        page.open(ADA, "emergency");
        fill("Firefox", "release", "Crashes at start");

        page.click("Shut off…");
        assertThat(shutoffs()).isEmpty();
        assertThat(dialog())
                .contains("No client of Firefox on release gets an update from now on")
                .contains("Crashes at start");
        page.click("Shut off");

        assertThat(shutoffs()).singleElement().satisfies(shutoff -> {
            assertThat(shutoff.product()).isEqualTo("Firefox");
            assertThat(shutoff.channel()).isEqualTo("release");
            assertThat(shutoff.comment()).isEqualTo("Crashes at start");
        });
        assertThat(row()).contains("Firefox on release");
        assertThat(reason().getValue()).isEmpty();
    }

    @Test
    void asksForProductChannelAndReason() {
        page.open(ADA, "emergency");

        page.click("Shut off…");

        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(choice("Product").isInvalid()).isTrue();
        assertThat(choice("Channel").isInvalid()).isTrue();
        assertThat(reason().getErrorMessage()).isEqualTo("Say why: others will ask");
    }

    @Test
    void saysInTheQuestionWhyItIsRefused() {
        page.open(ADA, "emergency");
        fill("Firefox", "release*", "All of them");
        page.click("Shut off…");

        page.click("Shut off");

        assertThat(dialog()).contains("not done", "must be one exact name");
        assertThat(shutoffs()).isEmpty();
    }

    @Test
    void saysThatItIsShutOffAlready() {
        shutOff("First");
        page.open(ADA, "emergency?product=Firefox&channel=release");
        page.enter(reason(), "Second");
        page.click("Shut off…");

        page.click("Shut off");

        assertThat(dialog()).contains("are shut off already");
    }

    @Test
    void isFilledInFromItsAddress() {
        page.open(ADA, "emergency?product=Firefox&channel=beta");

        assertThat(choice("Product").getValue()).isEqualTo("Firefox");
        assertThat(choice("Channel").getValue()).isEqualTo("beta");
    }

    @Test
    void liftsByAChangeSetWhereSignoffsAreNeeded() {
        firefox.signedByReleng();
        shutOff("Crashes at start");
        page.open(ADA, "emergency");
        page.follow("Lift…");
        assertThat(page.text())
                .contains("Clients of Firefox on release get again what the rules say.")
                .contains("Needs 1 signoff by releng.");

        page.click("Schedule");

        assertThat(shutoffs()).hasSize(1);
        assertThat(queue()).extracting(ChangeSet::title).containsExactly("Let Firefox on release update again");
        assertThat(row()).contains("Let Firefox on release update again");
        assertThat(Page.textOf(_get(SavedNote.class))).contains("scheduled");
    }

    @Test
    void saysThatALiftingIsPendingAlready() {
        firefox.signedByReleng();
        shutOff("Crashes at start");
        firefox.pending(ADA, "On again", 1, RowKinds.SHUTOFFS.lift("Firefox", "release", null));

        page.open(ADA, "emergency?product=Firefox&channel=release&lift=1");

        assertThat(Page.textOf(_get(LiftPanel.class))).contains("On again", "does the same already");
    }

    @Test
    void liftsAtOnceWhereNobodyHasToSign() {
        shutOff("Crashes at start");
        page.open(ADA, "emergency?product=Firefox&channel=release&lift=1");

        page.click("Save");
        assertThat(page.confirm()).contains("get again what the rules say", "It takes effect at once.");

        assertThat(shutoffs()).isEmpty();
        assertThat(page.text()).contains("No updates are shut off");
    }

    @Test
    void saysThatWhatShallBeLiftedIsNotShutOff() {
        page.open(ADA, "emergency?product=Nothing&channel=nowhere&lift=1");

        assertThat(Page.textOf(_get(LiftPanel.class))).contains("Updates of Nothing on nowhere are not shut off");
        assertThat(_find(EmptyState.class)).hasSize(2);
    }

    @Test
    void saysWhySomebodyMayNot() {
        shutOff("Crashes at start");
        page.open(RITA, "emergency?product=Firefox&channel=release&lift=1");

        assertThat(page.button("Shut off…").isEnabled()).isFalse();
        assertThat(page.text())
                .contains("You lack the permission 'emergency_shutoff' with action 'create'")
                .contains("lacks the permission 'emergency_shutoff' with action 'delete' for product 'Firefox'");
        assertThat(page.button("Save").isEnabled()).isFalse();
    }

    @Test
    void letsSomebodyShutOffWhoMayForOneProduct() {
        firefox.permit(RITA, PermissionName.EMERGENCY_SHUTOFF, "Firefox");

        page.open(RITA, "emergency");

        assertThat(page.button("Shut off…").isEnabled()).isTrue();
    }

    @Test
    void showsWhatOthersDoAndKeepsWhatIsBeingEntered() {
        page.open(ADA, "emergency");
        fill("Firefox", "beta", "Slow");

        page.meanwhile(() -> shutOff("Crashes at start"));

        assertThat(row()).contains("Crashes at start");
        assertThat(choice("Channel").getValue()).isEqualTo("beta");
        assertThat(reason().getValue()).isEqualTo("Slow");
    }

    private static void shutOff(String reason) {
        TestDatabase.H2.bean(ShutoffService.class).stop(ADA, "Firefox", "release", reason);
    }

    private void fill(String product, String channel, String reason) {
        page.enter(choice("Product"), product);
        page.enter(choice("Channel"), channel);
        page.enter(reason(), reason);
    }

    private static String row() {
        return Page.textOf(_find(NativeTableRow.class).getLast());
    }

    private static String dialog() {
        return Page.textOf(_get(Dialog.class));
    }

    private static TextField reason() {
        return _get(TextField.class, field -> field.withCaption("Reason"));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> choice(String label) {
        return _get(ComboBox.class, field -> field.withCaption(label));
    }

    private static List<Shutoff> shutoffs() {
        return TestDatabase.H2.bean(EmergencyShutoffs.class).all();
    }

    private static List<ChangeSet> queue() {
        return TestDatabase.H2.bean(ChangeQueue.class).pending();
    }
}
