package dev.rehearsal.ui.approvals;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.FreezeWindow;
import dev.rehearsal.approval.FreezeWindows;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.GuardRails;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Page;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SignoffsViewTest {

    private static final Role RELENG = new Role("releng");
    private static final Role QA = new Role("qa");

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    @Test
    void tellsWhatChangesOfAChannelNeedAndWhoCanGiveIt() {
        firefox.signedByReleng();
        tested(gate("Firefox", "release", 1));

        page.open(ADA, "signoffs");

        assertThat(row("release")).contains("1 × releng chioma, dmitri", "1 PASS by qa on release-cdntest emi");
        assertThat(_find(H1.class)).hasSize(1);
    }

    @Test
    void tellsWhatChangesOfPermissionsNeed() {
        firefox.signedByReleng();
        firefox.live(RowKinds.PERMISSION_REQUIREMENTS.require("Firefox", RELENG, null, 2));

        page.open(ADA, "signoffs");

        assertThat(row("permissions")).contains("2 × releng");
    }

    @Test
    void tellsWhenChannelsAreFrozenInWords() {
        firefox.live(RowKinds.FREEZE_WINDOWS.change(null, null, weekend()));

        page.open(ADA, "signoffs");

        assertThat(row("Weekend"))
                .contains("Firefox on release", "frozen Fri", "18:00 – Mon", "08:00", "Europe/Berlin");
    }

    @Test
    void makesAFreezeWindowAndTellsInWordsWhenItIs() {
        page.open(ADA, "signoffs?change=window");
        page.enter(field("Title"), "Weekend");
        page.enter(field("Begins (cron)"), "0 0 18 * * FRI");
        page.enter(field("Lasts"), "62 hours");
        assertThat(field("Lasts").getErrorMessage()).contains("Must be a duration such as PT62H");
        page.enter(field("Lasts"), "PT62H");
        assertThat(panel()).contains("Frozen Fri", "18:00 – Mon", "08:00");

        page.click("Save");
        assertThat(page.confirm())
                .contains(
                        "Nothing that changes what clients get of every product on every channel goes live during it");

        assertThat(TestDatabase.H2.bean(FreezeWindows.class).all())
                .singleElement()
                .extracting(FreezeWindow::title)
                .isEqualTo("Weekend");
    }

    @Test
    @SuppressWarnings("unchecked")
    void freezesAProductThatNoRuleNamesYet() {
        page.open(ADA, "signoffs?change=window");
        page.enter(field("Title"), "Weekend");
        page.enter(field("Begins (cron)"), "0 0 18 * * FRI");
        page.enter(field("Lasts"), "PT62H");
        ComboBox<String> product = _get(ComboBox.class, field -> field.withCaption("Product"));
        ComponentUtil.fireEvent(product, new ComboBoxBase.CustomValueSetEvent<>(product, true, " Klar "));

        page.click("Save");

        assertThat(page.confirm()).contains("of Klar on every channel");
    }

    @Test
    void removesAFreezeWindow() {
        firefox.live(RowKinds.FREEZE_WINDOWS.change(null, null, weekend()));
        page.open(ADA, "signoffs");
        page.follow("Weekend");

        page.click("Remove this window");
        page.click("Save");
        page.confirm();

        assertThat(TestDatabase.H2.bean(FreezeWindows.class).all()).isEmpty();
    }

    @Test
    void makesAGuardRail() {
        firefox.holds(RITA, "relman");
        page.open(ADA, "signoffs?change=rail");
        page.enter(_get(ComboBox.class, field -> field.withCaption("Live channel")), "release");
        page.enter(_get(ComboBox.class, field -> field.withCaption("Role that may pass over it")), "relman");
        assertThat(panel()).contains("Each change of every product on release then warns unless nobody loses updates");

        page.click("Save");
        page.confirm();

        assertThat(TestDatabase.H2.bean(GuardRails.class).all())
                .singleElement()
                .extracting(GuardRail::mode)
                .isEqualTo(GuardRail.Mode.WARN);
        assertThat(_get(RailTable.class).getBody().getRowCount()).isEqualTo(1);
    }

    @Test
    void namesUrgentRolesWithASetThatTheChannelsSignersSign() {
        firefox.signedByReleng();
        page.open(ADA, "signoffs?change=urgent&of=Firefox&channel=release");
        page.enter(tests(), Set.of("releng"));
        assertThat(panel())
                .contains(
                        "Two people who hold one of releng may then pass over the signoffs of Firefox on release together.",
                        "Needs 1 signoff by releng.");

        page.click("Schedule");

        assertThat(queue()).hasSize(1);
    }

    private static TextField field(String label) {
        return _get(TextField.class, field -> field.withCaption(label));
    }

    private static FreezeWindow weekend() {
        return new FreezeWindow(
                0,
                "Firefox",
                "release",
                FreezeWindow.Effect.DENY,
                "0 0 18 * * FRI",
                Duration.ofHours(62),
                ZoneId.of("Europe/Berlin"),
                "Weekend",
                0);
    }

    @Test
    void tellsWhoMayPassOverSignoffsInUrgency() {
        firefox.holds(ADA, "releng").holds(RITA, "releng").holds(TestDatabase.WRITER, "releng");
        firefox.live(
                RowKinds.REQUIREMENTS.require("Firefox", "release", RELENG, null, 1),
                RowKinds.URGENT_ROLES.name("Firefox", "release", RELENG, null, true));

        page.open(ADA, "signoffs");

        assertThat(row("release")).contains("In urgency, two people who hold one of these may pass over them: releng");
    }

    @Test
    void tellsTheSmallestTeamThatCanShip() {
        firefox.signedByReleng();
        tested(gate("Firefox", "release", 1));

        page.open(ADA, "signoffs");

        assertThat(row("release")).contains("Smallest team that can ship: qa 1, releng 1: 2 people besides the author");
    }

    @Test
    void warnsThatOnePersonCanMakeSigners() {
        firefox.signedByReleng();

        page.open(ADA, "signoffs");

        assertThat(Page.textOf(_get(SignoffsView.class)))
                .contains("One holder of the permission “permission” can make");
    }

    @Test
    void doesNotWarnWherePermissionsNeedSignoffs() {
        firefox.signedByReleng();
        firefox.live(RowKinds.PERMISSION_REQUIREMENTS.require("Firefox", RELENG, null, 1));

        page.open(ADA, "signoffs");

        assertThat(_find(Paragraph.class))
                .noneMatch(told -> told.isVisible() && Page.textOf(told).contains("make signers"));
    }

    @Test
    void tellsWhichRecentDirectEditsWouldBeRefusedNow() {
        ObjectNode superblob = JsonMapper.shared().createObjectNode();
        superblob
                .put("name", "Everything")
                .put("schema_version", 4000)
                .putArray("blobs")
                .add("Firefox-150");
        firefox.live(
                new Proposal.AddRelease(new ReleaseName("Everything"), "Firefox", false, superblob),
                LiveFirefox.edit(204, "mapping", "Everything"));
        firefox.signedByReleng();
        page.open(ADA, "signoffs");

        _get(Details.class).setOpened(true);

        assertThat(Page.textOf(_get(Details.class)))
                .contains("One edit of parts of superblobs: Firefox-150", "what clients get of Firefox on release");
    }

    @Test
    void saysThatNothingIsNeeded() {
        page.open(ADA, "signoffs");

        assertThat(Page.textOf(_get(EmptyState.class))).contains("Nothing needs a signoff or a test");
    }

    @Test
    void isNarrowedToAProductByItsUrl() {
        firefox.signedByReleng();
        firefox.live(RowKinds.REQUIREMENTS.require("Petrel", "beta", RELENG, null, 1));

        page.open(ADA, "signoffs?product=Petrel");

        assertThat(rows()).anyMatch(row -> row.startsWith("beta")).noneMatch(row -> row.startsWith("release"));
        assertThat(products().getValue()).isEqualTo("Petrel");
        page.enter(products(), "Firefox");
        assertThat(page.location()).isEqualTo("signoffs?product=Firefox");
        assertThat(rows()).noneMatch(row -> row.startsWith("beta"));
    }

    @Test
    void showsSetsThatWouldChangeIt() {
        firefox.signedByReleng();
        somebodyHolds("releng", "farid");
        firefox.pending(ADA, "Two of them", 2, RowKinds.REQUIREMENTS.require("Firefox", "release", RELENG, 1, 2));

        page.open(ADA, "signoffs");

        assertThat(row("release")).contains("Two of them");
    }

    @Test
    void requiresTheFirstSignoffAtOnceAfterNamingTheConsequence() {
        somebodyHolds("releng", "chioma");
        page.open(ADA, "signoffs");
        page.click("Require signoffs…");
        page.enter(choice("Product"), "Firefox");
        page.enter(choice("Channel"), "release");
        page.enter(role(0), "releng");

        page.click("Save");
        assertThat(page.confirm()).contains("Changes of Firefox on release then need 1 × releng.");

        assertThat(required()).containsExactly(new RequiredSignoff("Firefox", "release", RELENG, 1, 1));
        assertThat(row("release")).contains("1 × releng");
    }

    @Test
    void makesAChangeSetOfWhateverChangesWhatIsSignedAlready() {
        firefox.signedByReleng();
        somebodyHolds("releng", "farid");
        somebodyHolds("relman", "greta");
        page.open(ADA, "signoffs?change=channel&of=Firefox&channel=release");
        assertThat(role(0).getValue()).isEqualTo("releng");
        page.enter(count(0), 2);
        page.click("Another role");
        page.enter(role(1), "relman");
        assertThat(panel()).contains("Needs 1 signoff by releng.");

        page.click("Schedule");

        assertThat(required()).hasSize(1);
        assertThat(queue()).singleElement().satisfies(set -> {
            assertThat(set.title()).isEqualTo("Signoffs for Firefox on release");
            assertThat(set.changes()).hasSize(2);
        });
    }

    @Test
    void refusesMoreSignoffsThanPeopleHoldTheRole() {
        somebodyHolds("releng", "chioma");
        page.open(ADA, "signoffs?change=channel&of=Firefox&channel=release");
        page.enter(role(0), "releng");
        page.enter(count(0), 2);

        assertThat(count(0).getErrorMessage())
                .contains("1 people hold the role 'releng', so 2 can never sign: give the role to more people first");
        assertThat(page.button("Save").isEnabled()).isFalse();
    }

    @Test
    void removesARoleByItsLine() {
        firefox.signedByReleng();
        page.open(ADA, "signoffs?change=channel&of=Firefox&channel=release");

        page.enter(count(0), 0);

        assertThat(panel()).contains("Changes of Firefox on release then need no signoff.");
    }

    @Test
    void requiresSignoffsForPermissions() {
        somebodyHolds("releng", "chioma");
        page.open(ADA, "signoffs?change=permissions");
        page.enter(choice("Product"), "Firefox");
        page.enter(role(0), "releng");

        page.click("Save");
        page.confirm();

        assertThat(TestDatabase.H2.bean(RequiredSignoffs.class).policy().forPermissions())
                .hasSize(1);
    }

    @Test
    void addsAGateOnEachOfSomeTestChannels() {
        somebodyHolds("qa", "emi");
        page.open(ADA, "signoffs?change=gate&of=Firefox&channel=release");
        page.enter(choice("By role"), "qa");
        MultiSelectComboBox<String> tests = tests();
        page.enter(tests, Set.of("release-cdntest"));

        page.click("Save");
        assertThat(page.confirm())
                .contains("Nothing that changes what release answers for Firefox goes live from then on without 1 PASS"
                        + " by qa on release-cdntest.");

        assertThat(gates()).singleElement().extracting(Gate::testChannels).isEqualTo(List.of("release-cdntest"));
    }

    @Test
    void refusesAGateThatNobodyCanOpenBesideTheField() {
        page.open(ADA, "signoffs?change=gate&of=Firefox&channel=release");

        page.enter(choice("By role"), "qa");

        assertThat(choice("By role").getErrorMessage()).contains("Nobody holds the role 'qa'");
        assertThat(page.button("Save").isEnabled()).isFalse();
    }

    @Test
    void schedulesChangesAndTheRemovalOfAGateWhichItsRoleMustSign() {
        tested(gate("Firefox", "release", 1));
        page.open(ADA, "signoffs");
        page.follow("1 PASS by qa");
        page.enter(tests(), Set.of());
        assertThat(panel()).contains("Needs 1 signoff by qa.");
        page.click("Schedule");

        page.follow("1 PASS by qa");
        page.click("Remove this gate");
        assertThat(panel()).contains("can then go live without 1 PASS by qa");
        page.click("Schedule");

        assertThat(gates()).singleElement().extracting(Gate::testChannels).isEqualTo(List.of("release-cdntest"));
        assertThat(queue()).hasSize(2);
    }

    @Test
    void saysWhySomebodyMayNot() {
        somebodyHolds("qa", "emi");

        page.open(RITA, "signoffs?change=gate&of=Firefox&channel=release");
        page.enter(choice("By role"), "qa");

        assertThat(page.button("Require signoffs…").isEnabled()).isFalse();
        assertThat(page.button("New gate…").isEnabled()).isFalse();
        assertThat(page.button("Save").isEnabled()).isFalse();
        assertThat(page.text()).contains("lacks the permission 'gate' with action 'create' for product 'Firefox'");
    }

    @Test
    void saysThatAGateIsUnknown() {
        for (String id : List.of("99", "none")) {
            page.open(ADA, "signoffs?change=gate&gate=" + id);

            assertThat(page.text()).contains("There is no gate " + id);
        }
    }

    @Test
    void showsWhatOthersDoAndKeepsWhatIsBeingEntered() {
        somebodyHolds("qa", "emi");
        page.open(ADA, "signoffs?change=gate&of=Firefox&channel=release");
        page.enter(choice("By role"), "qa");

        page.meanwhile(() -> firefox.signedByReleng());

        assertThat(row("release")).contains("1 × releng");
        assertThat(choice("By role").getValue()).isEqualTo("qa");
        assertThat(panel()).contains("Needs 1 signoff by releng.");
    }

    private void tested(Gate gate) {
        somebodyHolds("qa", "emi");
        // As an import would: where there are requirements it needs signoffs otherwise.
        firefox.database().write(entry -> {
            TestDatabase.H2.bean(Gates.class).importAll(entry, List.of(gate));
            return entry;
        });
    }

    private void somebodyHolds(String role, String name) {
        Actor person = new Actor(name + "@rehearsal.example");
        // Somebody who writes nothing, so that a set of anybody can be signed.
        firefox.permit(person, PermissionName.SCHEDULED_CHANGE).holds(person, role);
    }

    private static Gate gate(@Nullable String product, String live, int passes) {
        return new Gate(0, product, live, QA, passes, List.of("release-cdntest"), 1);
    }

    private static List<RequiredSignoff> required() {
        return TestDatabase.H2.bean(RequiredSignoffs.class).policy().forChannels();
    }

    private static List<Gate> gates() {
        return TestDatabase.H2.bean(Gates.class).all();
    }

    private static List<ChangeSet> queue() {
        return TestDatabase.H2.bean(ChangeQueue.class).pending();
    }

    private static List<String> rows() {
        return _find(NativeTableRow.class).stream().map(Page::textOf).toList();
    }

    private static String row(String about) {
        return rows().stream()
                .filter(row -> row.startsWith(about + " "))
                .findFirst()
                .orElseThrow();
    }

    private static String panel() {
        return Page.textOf(_get(NeedPanel.class));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> choice(String label) {
        return _get(ComboBox.class, field -> field.withCaption(label));
    }

    @SuppressWarnings("unchecked")
    private static Select<String> products() {
        return _get(Select.class);
    }

    @SuppressWarnings("unchecked")
    private static MultiSelectComboBox<String> tests() {
        return _get(MultiSelectComboBox.class);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> role(int line) {
        return _find(_get(RoleLines.class), ComboBox.class).get(line);
    }

    private static IntegerField count(int line) {
        return _find(_get(RoleLines.class), IntegerField.class).get(line);
    }
}
