package dev.rehearsal.ui.changes;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.Office.ADA;
import static dev.rehearsal.Office.DMITRI;
import static dev.rehearsal.Office.RELENG;
import static dev.rehearsal.Office.ZOE;
import static dev.rehearsal.Office.addRelease;
import static dev.rehearsal.Office.edit;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import dev.rehearsal.Desk;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.CommentService;
import dev.rehearsal.ledger.Actor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The list of change sets, as it is read and narrowed down. */
class ChangesViewTest {

    private final Office office = new Office(TestDatabase.H2);

    @RegisterExtension
    final Desk desk = new Desk(TestDatabase.H2);

    private void open(String location) {
        desk.open(ZOE, location);
    }

    private static ChangesGrid grid() {
        return _get(ChangesGrid.class);
    }

    private static List<ListedSet> listed() {
        return grid().getListDataView().getItems().toList();
    }

    private static List<String> titles() {
        return listed().stream().map(listed -> listed.set().title()).toList();
    }

    private void shippingAndThrottling() {
        office.schedule("Ship R2", 4, edit(1, "mapping", "R2", "backgroundRate", 25));
        office.schedule("Throttle beta", 2, edit(2, "backgroundRate", 10));
    }

    @Test
    void listsTheQueueInItsOrder() {
        shippingAndThrottling();

        open("changes");

        assertThat(titles()).containsExactly("Throttle beta", "Ship R2");
        assertThat(desk.text()).contains("Pending 2", "Held 0", "Drafts 0", "2 change sets");
    }

    @Test
    void saysInOneLineWhatASetDoesToWhom() {
        shippingAndThrottling();

        open("changes");

        assertThat(listed().getLast().headline()).isEqualTo("rule #1 main: mapping → R2, backgroundRate → 25");
        assertThat(listed().getLast().audience().sentence()).isEqualTo("Firefox on release");
    }

    @Test
    void saysHowFarSignoffsAre() {
        office.needingSignoffs();
        ChangeSet set = office.schedule("Ship R2", 4, edit(1, "mapping", "R2"));
        office.sign(DMITRI, set, RELENG);

        open("changes");

        assertThat(listed().getFirst().signoffs())
                .containsExactly(
                        new ListedSet.RoleProgress("releng", 1, 1), new ListedSet.RoleProgress("relman", 0, 1));
    }

    @Test
    void saysWhetherASetIsTested() {
        office.needingTests();
        office.schedule("Ship R2", 4, edit(1, "mapping", "R2"));

        open("changes");
        assertThat(chips("tests")).containsExactly("untested");
        office.judge("chioma", Outcome.PASS);
        desk.roundTrip();

        assertThat(chips("tests")).containsExactly("tested");
    }

    @Test
    void marksWhatIsInConflictWithTheReason() {
        office.schedule("Ship R2", 4, edit(1, "mapping", "R2"));
        office.live(edit(1, "mapping", "R3"));

        open("changes");

        ListedSet.Attention attention =
                Objects.requireNonNull(listed().getFirst().attention());
        assertThat(attention.word()).isEqualTo("conflict");
        assertThat(attention.reason()).contains("Rule 1: mapping was 'R1' when this edit was saved and is 'R3' now");
    }

    @Test
    void marksOfWhatChangesAreRequestedWithTheReason() {
        office.needingSignoffs();
        ChangeSet set = office.schedule("Ship R2", 4, edit(1, "mapping", "R2"));
        office.database.bean(CommentService.class).requestChanges(new Actor("ben"), set.id(), null, "Not on a Friday");

        open("changes");

        assertThat(chips("state")).containsExactly("changes requested");
        assertThat(Objects.requireNonNull(listed().getFirst().attention()).reason())
                .isEqualTo("ben requested changes: “Not on a Friday”");
    }

    @Test
    void marksWhatIsDueAndUnsigned() {
        office.needingSignoffs();
        office.schedule("Ship R2", 4, edit(1, "mapping", "R2"));
        office.hoursPass(5);

        open("changes");

        assertThat(listed().getFirst().late()).isTrue();
        assertThat(chips("state")).containsExactly("unsigned");
    }

    @Test
    void narrowsDownByChannelProductAndTextAsTheLinkSays() {
        shippingAndThrottling();
        office.schedule("New release", 3, addRelease("R9"));

        open("changes?channel=beta");
        assertThat(titles()).containsExactly("Throttle beta");
        desk.visit("changes?text=r9");
        assertThat(titles()).containsExactly("New release");
        desk.visit("changes?product=Thunderbird");

        assertThat(desk.text())
                .contains("No change set is like this: widen the filters", "Clear the filters", "0 of 3 change sets");
    }

    @Test
    void saysInEachEmptyStageWhatToDoNext() {
        open("changes");
        assertThat(desk.text()).contains("Nothing is queued", "start with a rule, a release or a pin", "Add a rule");
        desk.visit("changes?state=held");
        assertThat(desk.text()).contains("No change set is held. Hold one on its page", "See what is queued");
        desk.visit("changes?state=drafts");
        assertThat(desk.text()).contains("There is no draft", "Add a rule");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatHasNoTimeOfItsOwnIsNeverLate() {
        office.needingSignoffs();
        office.scheduleSoon("Ship R2", edit(1, "mapping", "R2"));
        office.hoursPass(5);

        open("changes");

        assertThat(listed().getFirst().late()).isFalse();
        assertThat(grid().getColumns().stream()
                        .filter(column -> column.getRenderer() instanceof LitRenderer<?>)
                        .map(column -> ((LitRenderer<ListedSet>) column.getRenderer())
                                .getValueProviders()
                                .get("soon"))
                        .filter(Objects::nonNull)
                        .map(provider -> provider.apply(listed().getFirst())))
                .hasSize(1)
                .allMatch("as soon as possible"::equals);
    }

    @Test
    void keepsWhatIsNarrowedDownByHandWhenOthersWrite() {
        shippingAndThrottling();
        open("changes");
        desk.enter(_get(TextField.class), "ship");
        assertThat(titles()).containsExactly("Ship R2");

        office.schedule("Ship R3", 9, edit(1, "mapping", "R3"));
        desk.roundTrip();

        assertThat(_get(TextField.class).getValue()).isEqualTo("ship");
        assertThat(titles()).containsExactly("Ship R2", "Ship R3");
    }

    @Test
    @SuppressWarnings("unchecked")
    void offersTheChannelsThatSetsAreAbout() {
        shippingAndThrottling();
        open("changes");

        List<ComboBox<String>> boxes =
                (List<ComboBox<String>>) (List<?>) com.github.mvysny.kaributesting.v10.LocatorJ._find(ComboBox.class);

        assertThat(boxes.getLast().getListDataView().getItems()).containsExactly("beta", "release");
    }

    @Test
    void listsWhatIsHeldDraftedAndOver() {
        ChangeSet held = office.schedule("Held one", 4, edit(1, "mapping", "R2"));
        office.changeSets.hold(new Actor(ADA), held.id(), null);
        office.draft("Draft one", 4, edit(1, "mapping", "R3"));

        open("changes?state=held");
        assertThat(titles()).containsExactly("Held one");
        desk.follow("Drafts 1");
        assertThat(titles()).containsExactly("Draft one");
        desk.follow("History");

        assertThat(titles()).containsExactly("What is live");
        assertThat(desk.address()).isEqualTo("changes?state=history");
    }

    @Test
    void saysThatNothingIsQueued() {
        open("changes");

        assertThat(desk.text()).contains("Nothing is queued: test channels show what is live.");
    }

    @Test
    void takesAnUnknownStateForTheQueue() {
        shippingAndThrottling();

        open("changes?state=nonsense");

        assertThat(titles()).hasSize(2);
    }

    @Test
    void showsANewSetWhenItIsScheduled() {
        open("changes");

        shippingAndThrottling();
        desk.roundTrip();

        assertThat(GridKt._size(grid())).isEqualTo(2);
    }

    /** What the chips of the first line say. */
    @SuppressWarnings("unchecked")
    private static List<String> chips(String property) {
        ListedSet first = listed().getFirst();
        return grid().getColumns().stream()
                .filter(column -> column.getRenderer() instanceof LitRenderer<?>)
                .map(column -> ((LitRenderer<ListedSet>) column.getRenderer())
                        .getValueProviders()
                        .get(property))
                .filter(provider -> provider != null)
                .map(provider -> (List<GridChip>) ((ValueProvider<ListedSet, ?>) provider).apply(first))
                .flatMap(List::stream)
                .map(GridChip::text)
                .toList();
    }
}
