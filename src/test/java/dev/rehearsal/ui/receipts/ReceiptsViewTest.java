package dev.rehearsal.ui.receipts;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.Office.edit;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import dev.rehearsal.Desk;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.BreakGlassScope.Over;
import dev.rehearsal.history.receipt.KeptReceipts;
import dev.rehearsal.ledger.Actor;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was live has its receipt; ada's set went live with the signoffs of dmitri and ben. */
class ReceiptsViewTest {

    @RegisterExtension
    final Desk desk = new Desk(TestDatabase.H2);

    private final Office office = new Office(TestDatabase.H2).needingSignoffs();
    private final KeptReceipts receipts = new KeptReceipts(TestDatabase.H2);
    private final ChangeSet shipped;

    ReceiptsViewTest() {
        shipped = office.enactment.enact(new Actor(Office.GRETA), signed("R2").id());
    }

    private ChangeSet signed(String release) {
        ChangeSet set = office.schedule("Ship " + release, 1, edit(1, "mapping", release));
        office.sign(Office.DMITRI, set, Office.RELENG);
        office.sign(Office.BEN, set, Office.RELMAN);
        return set;
    }

    private String panel() {
        return Desk.textOf(_get(ReceiptPanel.class));
    }

    @Test
    void listsReceiptsNewestFirstAndSaysThatThereIsNoKey() {
        receipts.extend();

        desk.open(Office.ZOE, "receipts");

        assertThat(desk.heading()).isEqualTo("Receipts");
        assertThat(desk.text())
                .contains("Receipts are kept unsigned: set rehearsal.receipts.pem")
                .contains("which stands for all before it:")
                .containsSubsequence("Receipt 2", "Ship R2", "went live", "not signed", "Receipt 1", "What is live");
    }

    @Test
    void opensOneWithThePeopleAndTheFiles() {
        receipts.extend();
        desk.open(Office.ZOE, "receipts");

        desk.follow("Receipt 2");

        assertThat(panel())
                .contains("ada, writer@rehearsal.example wrote it, or what it brings in")
                .contains("dmitri signed as releng", "ben signed as relman", "greta enacted it")
                .contains("The one before");
        assertThat(_find(_get(ReceiptPanel.class), Anchor.class))
                .extracting(Desk::textOf)
                .contains("receipt-2.json", "enacted.json", "signed-items.json");
    }

    @Test
    void tellsWhatWasSeenAnHourLater() {
        receipts.extend();
        office.enactment.enact(new Actor(Office.GRETA), signed("R3").id());
        office.hoursPass(2);
        receipts.extend();

        desk.open(Office.ZOE, "receipts?set=" + shipped.id());

        assertThat(desk.text())
                .contains("seen after an hour − not live as it was")
                .doesNotContain("What is live");
        desk.follow("Receipt 5");
        assertThat(panel())
                .contains("It looks again at Receipt 2 , as of Mon 2 Mar 2026, 10:00 UTC", "No traffic was known.");
    }

    @Test
    void tellsWhatWasPassedOver() {
        office.freezing();
        ChangeSet set = signed("R3");
        office.enactment.breakGlass(new Actor(Office.GRETA), set.id(), null, "On fire", Set.of(), Set.of(Over.FREEZES));
        receipts.extend();

        desk.open(Office.ZOE, "receipts?receipt=3");

        assertThat(panel()).contains("It went live although something stood in the way: “On fire”", "Quiet days");
        assertThat(desk.text()).contains("break-glass");
    }

    @Test
    void isReachedFromTheSet() {
        receipts.extend();
        desk.open(Office.ZOE, "changes/" + shipped.id());

        desk.follow("Receipt");

        assertThat(desk.address()).isEqualTo("receipts?set=" + shipped.id());
        assertThat(desk.text()).contains("Only receipts of change set").contains("Receipt 2");
    }

    @Test
    void saysThatAReceiptIsBeingWritten() {
        desk.open(Office.ZOE, "receipts?set=" + shipped.id());

        assertThat(desk.text()).contains("Its receipt is being written.", "2 enactments wait for the receipt.");
    }

    @Test
    void saysThatAnOlderSetHasNone() {
        TestDatabase.H2.jdbc().sql("delete from enactment_facts").update();

        desk.open(Office.ZOE, "receipts?set=" + shipped.id());

        assertThat(desk.text()).contains("There is no receipt of this change set");
        desk.visit("receipts");
        assertThat(desk.text()).contains("Nothing has gone live yet of which a receipt is kept.");
    }

    @Test
    void saysThatThereIsNoSuchReceipt() {
        desk.open(Office.ZOE, "receipts?receipt=4711");

        assertThat(panel()).contains("There is no receipt 4711: choose one from the list.");
    }

    @Test
    void leadsBackFromBeyondTheOldest() {
        receipts.extend();
        desk.open(Office.ZOE, "receipts?page=77");
        assertThat(desk.text()).contains("There are no receipts so far back.").doesNotContain("Nothing has gone live");

        desk.follow("See the newest");

        assertThat(desk.text()).contains("Ship R2");
    }
}
