package dev.rehearsal.ui.waiting;

import static dev.rehearsal.Office.ADA;
import static dev.rehearsal.Office.BEN;
import static dev.rehearsal.Office.CHIOMA;
import static dev.rehearsal.Office.RELMAN;
import static dev.rehearsal.Office.ZOE;
import static dev.rehearsal.Office.edit;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.HasDynamicTitle;
import dev.rehearsal.Desk;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.Signoffs;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.matching.ReleaseName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What waits for somebody, from the list over a look at each to the signature. */
class WaitingViewTest {

    private final Office office = new Office(TestDatabase.H2);

    @RegisterExtension
    final Desk desk = new Desk(TestDatabase.H2);

    private ChangeSet shipping() {
        return office.schedule("Ship R2", 4, edit(1, "mapping", "R2"));
    }

    private void shippingToAQuarter() {
        office.schedule("Ship R2", 4, edit(1, "mapping", "R2", "backgroundRate", 25));
    }

    private String title() {
        return ((HasDynamicTitle) desk.view()).getPageTitle();
    }

    private static String count() {
        return com.github.mvysny.kaributesting.v10.LocatorJ._find(SideNavItem.class).stream()
                .filter(item -> item.getLabel().equals("Waiting for me"))
                .map(item ->
                        item.getSuffixComponent().isVisible() ? ((HasText) item.getSuffixComponent()).getText() : "")
                .findFirst()
                .orElseThrow();
    }

    @Test
    void listsWhatSomebodyCanSignWithTheirRoles() {
        office.needingSignoffs();
        shipping();

        desk.open(BEN, "waiting");

        assertThat(desk.text()).contains("To sign (1)", "Ship R2", "○ relman", "rule #1 main: mapping → R2");
        assertThat(title()).isEqualTo("(1) Waiting for me · Rehearsal");
        assertThat(count()).isEqualTo("1");
    }

    @Test
    void listsNothingForWhoWroteIt() {
        office.needingSignoffs();
        shipping();

        desk.open(ADA, "waiting");

        assertThat(desk.text())
                .contains("Nothing waits for your signature.", "Nothing waits for your verdict.", "You are done.");
        assertThat(title()).isEqualTo("Waiting for me · Rehearsal");
        assertThat(count()).isEmpty();
    }

    @Test
    void listsStatesThatATesterHasNotJudgedUntilTheyHave() {
        office.needingTests();
        shipping();
        desk.open(CHIOMA, "waiting");
        assertThat(desk.text()).contains("To test (1)", "Firefox on release-cdntest", "release as it would be");

        desk.follow("Firefox on release-cdntest");
        assertThat(desk.text()).contains("1 more PASS by qa is needed", "Ship R2 due");
        office.judge(CHIOMA, Outcome.PASS);
        desk.roundTrip();

        assertThat(desk.text()).contains("This does not wait for you any more.", "Nothing waits for your verdict.");
    }

    @Test
    void testsAndPassesBesideTheList() {
        office.needingTests();
        shipping();
        desk.open(CHIOMA, "waiting");
        desk.follow("Firefox on release-cdntest");
        assertThat(desk.text()).contains("Test Firefox on release-cdntest", "What changes");

        desk.press("Start from an example");
        assertThat(desk.text()).contains("release now");
        desk.press("Pass");

        assertThat(desk.notifications()).singleElement().asString().contains("PASS is on record");
        assertThat(desk.text()).contains("Nothing waits for your verdict.");
    }

    @Test
    void tellsWhoGetsSomethingElseBeforeTheButton() {
        office.needingSignoffs();
        ChangeSet set = shipping();

        desk.open(BEN, "waiting?open=set-" + set.id());

        assertThat(desk.text())
                .containsSubsequence(
                        "Who gets something else",
                        "Firefox on release",
                        "Exactly who is offered something else",
                        "Sign as relman");
    }

    @Test
    void listsWhatNeedsADecisionOfItsAuthorAndCountsThoseOfOthers() {
        shipping();
        office.live(edit(1, "mapping", "R3"));

        desk.open(ADA, "waiting");
        assertThat(desk.text()).contains("To decide (1)", "Ship R2", "in conflict");
        assertThat(count()).isEqualTo("1");

        desk.open(BEN, "waiting");
        assertThat(desk.text()).contains("1 set of others needs a decision");
    }

    @Test
    void listsWhatAGuardRailKeepsBackForWhoeverMayPassOverItAndPassesOverItThere() {
        office.railed();
        shippingToAQuarter();
        office.judgeRails();
        desk.open(BEN, "waiting");
        assertThat(desk.text()).contains("To let go (1)", "Ship R2", "a guard rail keeps it back", "serves R2 to 25 %");
        assertThat(count()).isEqualTo("1");

        desk.follow("Ship R2");
        desk.press("Pass over…");
        desk.press("Pass over it");
        desk.roundTrip();

        assertThat(desk.text()).contains("is passed over by ben").doesNotContain("To let go");
    }

    @Test
    void listsNoGuardRailForWhoWroteTheSetOrLacksTheRole() {
        office.railed();
        shippingToAQuarter();
        office.judgeRails();

        desk.open(ADA, "waiting");
        assertThat(desk.text()).doesNotContain("To let go");
        desk.open(ZOE, "waiting");
        assertThat(desk.text()).doesNotContain("To let go");
    }

    @Test
    void opensASetBesideTheListAndTheLinkOpensItAgain() {
        office.needingSignoffs();
        ChangeSet set = shipping();
        desk.open(BEN, "waiting");

        desk.follow("Ship R2");

        assertThat(desk.address()).isEqualTo("waiting?open=set-" + set.id());
        assertThat(desk.text()).contains("mapping R1 R2");
        assertThat(desk.hasButton("Sign as relman")).isTrue();
    }

    @Test
    void signsWhatIsOpenAndGoesOnToTheNext() {
        office.needingSignoffs();
        ChangeSet first = shipping();
        ChangeSet second = office.schedule("Ship R3", 5, edit(1, "mapping", "R3"));
        desk.open(BEN, "waiting?open=set-" + first.id());

        desk.press("Sign as relman");

        assertThat(office.database.bean(Signoffs.class).of(first.id())).hasSize(1);
        assertThat(desk.address()).isEqualTo("waiting?open=set-" + second.id());
        assertThat(desk.text()).contains("To sign (1)", "mapping R2 R3");
        assertThat(count()).isEqualTo("1");
    }

    @Test
    void doesNotSignWhatWasEditedBeforeItWasLookedAtAgain() {
        office.needingSignoffs();
        ChangeSet set = shipping();
        desk.open(BEN, "waiting?open=set-" + set.id());
        office.move(ADA, set, 9);
        desk.roundTrip();
        assertThat(desk.button("Sign as relman").isEnabled()).isFalse();

        desk.press("I have looked again");
        desk.press("Sign as relman");

        assertThat(office.database.bean(Signoffs.class).of(set.id())).hasSize(1);
    }

    @Test
    void signsNothingButWhatItShowed() {
        office.needingSignoffs();
        ChangeSet set = shipping();
        desk.open(BEN, "waiting?open=set-" + set.id());
        Button shown = desk.button("Sign as relman");
        office.live(new Proposal.ReplaceRelease(new ReleaseName("R2"), null, null, Office.blob("R2", "fr")));

        shown.click();

        assertThat(office.database.bean(Signoffs.class).of(set.id())).isEmpty();
        assertThat(desk.notifications()).singleElement().asString().contains("is not what you looked at any more");
        assertThat(desk.text()).contains("What it changes or brings in, or when, was edited while you looked.");
        desk.press("I have looked again");
        desk.press("Sign as relman");
        assertThat(office.database.bean(Signoffs.class).of(set.id())).hasSize(1);
    }

    @Test
    void offersToTakeBackWhatWasSigned() {
        office.needingSignoffs();
        ChangeSet set = shipping();
        desk.open(BEN, "waiting?open=set-" + set.id());
        desk.press("Sign as relman");
        assertThat(desk.notifications()).containsExactly("Signed “Ship R2” as relman Undo");

        desk.press("Undo");

        assertThat(office.database.bean(Signoffs.class).of(set.id())).isEmpty();
        assertThat(desk.text()).contains("To sign (1)");
    }

    @Test
    void saysThatWhatALinkOpensDoesNotWaitAnyMore() {
        office.needingSignoffs();
        ChangeSet set = shipping();
        office.sign(BEN, set, RELMAN);

        desk.open(BEN, "waiting?open=set-" + set.id());

        assertThat(desk.text()).contains("You have signed as relman.");
    }

    @Test
    void takesNonsenseInALinkCalmly() {
        desk.open(ZOE, "waiting?open=set-x");

        assertThat(desk.text()).contains("This does not wait for you any more.");
    }

    @Test
    void countsWhatOthersWriteWhileThePageIsOpen() {
        office.needingSignoffs();
        desk.open(BEN, "waiting");
        assertThat(count()).isEmpty();

        shipping();
        desk.roundTrip();

        assertThat(count()).isEqualTo("1");
        assertThat(title()).startsWith("(1)");
    }
}
