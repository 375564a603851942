package dev.rehearsal.ui.rules;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static dev.rehearsal.LiveFirefox.edit;
import static dev.rehearsal.LiveFirefox.remove;
import static dev.rehearsal.LiveFirefox.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RulesViewTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    @Test
    void showsAllRulesInEvaluationOrder() {
        page.open(ADA, "rules");

        assertThat(rows())
                .containsExactly(
                        "live | 120 | release* | Firefox | Firefox-128 | version < 128.0 | 100 % | #311",
                        "live | 100 | release | Firefox | Firefox-149 | locale ja or ja-JP-mac | 100 % | #877",
                        "live | 90 | release | Firefox | Firefox-149 | everyone | 100 % | Main rule of release |"
                                + " #204 firefox-release");
        assertThat(_find(H1.class)).hasSize(1);
        assertThat(page.text()).contains("3 rules · 0 with pending changes", "as of Mon 2 Mar 2026, 09:00 UTC");
    }

    @Test
    void showsPendingChangesInPlaceWithTheSetThatMakesThem() {
        firefox.pending(ADA, "Ship 150.0", 1, edit(204, "mapping", "Firefox-150"), remove(311));
        firefox.pending(ADA, "Watershed", 2, rule(1413, "priority", 300, "mapping", "Firefox-140"));

        page.open(ADA, "rules");

        assertThat(rows())
                .satisfiesExactly(
                        added -> assertThat(added).startsWith("added | 300").contains("Watershed"),
                        removed -> assertThat(removed)
                                .startsWith("to be removed | 120")
                                .contains("Ship 150.0"),
                        hidden -> assertThat(hidden).startsWith("No client reaches it | live | 100"),
                        edited ->
                                assertThat(edited).contains("edited | 90", "Firefox-149 → Firefox-150", "Ship 150.0"));
        assertThat(page.text()).contains("4 rules · 3 with pending changes");
    }

    @Test
    void marksTiesAndShadowedRules() {
        firefox.live(rule(878, "locale", "ja,fr"));
        // Made before the channel was mapped.
        TestDatabase.H2
                .jdbc()
                .sql("update rules set channel = 'release-cdntest' where rule_id = 311")
                .update();
        TestDatabase.H2.bean(WriteLock.class).write(ADA, WriteKind.LIVE, write -> write);

        page.open(ADA, "rules");

        assertThat(rows())
                .anySatisfy(row -> assertThat(row).contains("#877").contains("maybe the same clients, as #878"))
                .anySatisfy(row -> assertThat(row).contains("#311").contains("release-cdntest shows what release"));
    }

    @Test
    void marksRulesThatNoClientReachesAndLeadsToThoseThatComeFirst() {
        firefox.live(rule(879, "priority", 80, "locale", "de"));

        page.open(ADA, "rules?unreached=1&rule=879");

        assertThat(rows()).singleElement().asString().contains("#879", "No client reaches it");
        assertThat(_get(RulePanel.class).getElement().getTextRecursively())
                .contains("Cannot match: rule #204 firefox-release comes first for every client.");
        assertThat(_find(RouterLink.class))
                .anySatisfy(link -> assertThat(link.getHref()).contains("rule=204"));
    }

    @Test
    void marksASetInConflict() {
        firefox.pending(ADA, "Late", 1, edit(204, "mapping", "Firefox-150"));
        firefox.live(edit(204, "mapping", "Firefox-140"));

        page.open(ADA, "rules?rule=204");

        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("conflict", "Late"));
        assertThat(page.text())
                .contains(
                        "It is left out:",
                        "Rule 204: mapping was 'Firefox-149' when this edit was saved and is 'Firefox-140' now");
    }

    @Test
    void aRuleForAStarShowsUnderEachChannelThatItCanMatch() {
        page.open(ADA, "rules?channel=release-cdntest");

        assertThat(rows()).singleElement().asString().contains("#311");
        assertThat(page.text()).contains("1 shown · 3 rules");
    }

    @Test
    void isRestoredWholeFromItsUrl() {
        firefox.pending(ADA, "Ship 150.0", 1, edit(204, "mapping", "Firefox-150"));

        page.open(ADA, "rules?product=Firefox&channel=release&release=149&text=main&pending=1&rule=204");

        assertThat(rows()).singleElement().asString().contains("#204");
        assertThat(_find(ComboBox.class)).extracting(ComboBox::getValue).containsExactly("Firefox", "release", "149");
        assertThat(_get(TextField.class).getValue()).isEqualTo("main");
        assertThat(_get(Checkbox.class, box -> box.withLabel("Only pending")).getValue())
                .isTrue();
        assertThat(_get(RulePanel.class).isVisible()).isTrue();
    }

    @Test
    void findsARuleByWhatItWasAndByWhatItBecomes() {
        firefox.pending(ADA, "Ship 150.0", 1, edit(204, "mapping", "Firefox-150"));
        page.open(ADA, "rules");

        page.enter(_get(TextField.class), "fox-150");
        assertThat(rows()).hasSize(1);

        page.enter(_get(TextField.class), "ship");
        assertThat(rows()).hasSize(1);
    }

    @Test
    void filtersAreClearedAtOnce() {
        page.open(ADA, "rules?product=Petrel&pending=1");
        assertThat(rows()).isEmpty();

        page.click("Clear");

        assertThat(rows()).hasSize(3);
    }

    @Test
    void looksCloselyAtTheRuleThatIsChosen() {
        firefox.signedByReleng();
        firefox.pending(ADA, "Throttle", 3, edit(204, "backgroundRate", 25));
        page.open(ADA, "rules");

        AllRulesGrid grid = _get(AllRulesGrid.class);
        GridKt._selectRow(grid, 2);

        String panel = Page.textOf(_get(RulePanel.class));
        assertThat(panel)
                .contains(
                        "#204 firefox-release",
                        "Clients of Firefox on release get Firefox-149 .",
                        "75 % of the clients of rule #204 get no update at all",
                        "A change of it needs 1 signoff by releng.",
                        "Throttle",
                        "by ada@rehearsal.example",
                        "Background rate",
                        "Not set: Fallback mapping, Version");
    }

    @Test
    void closesThePanel() {
        page.open(ADA, "rules?rule=204");

        _get(_get(RulePanel.class), Button.class, close -> close.withText("×")).click();

        assertThat(_find(RulePanel.class)).isEmpty();
        assertThat(_get(AllRulesGrid.class).getSelectedItems()).isEmpty();
    }

    @Test
    void saysThatARuleIsUnknown() {
        for (String id : List.of("99", "none")) {
            page.open(ADA, "rules?rule=" + id);

            assertThat(Page.textOf(_get(EmptyState.class))).contains("There is no rule " + id);
        }
    }

    @Test
    void saysThatANumberIsNoneThatARuleCanHave() {
        page.open(ADA, "rules?rule=9223372036854775808");

        assertThat(Page.textOf(_get(EmptyState.class))).contains("This is no number that a rule can have");
    }

    @Test
    void saysWhatToDoWhereThereIsNoRuleYet() {
        firefox.live(remove(204), remove(311), remove(877));

        page.open(ADA, "rules");

        assertThat(_get(AllRulesGrid.class).getEmptyStateText())
                .isEqualTo("There is no rule yet, so no client gets an update. Upload a release first, then add a rule"
                        + " that serves it.");
    }

    @Test
    void saysBesideEachButtonWhySomebodyCannotUseIt() {
        page.open(RITA, "rules?rule=204");

        assertThat(page.button("New rule…").isEnabled()).isFalse();
        assertThat(page.button("Edit…").isEnabled()).isFalse();
        assertThat(page.text())
                .contains("You lack the permission 'rule' with action 'create' for every product.")
                .contains("You lack the permission 'rule' with action 'modify' for product 'Firefox'.");
    }

    @Test
    void letsSomebodyAddRulesWhoMayForOneProduct() {
        firefox.permit(RITA, PermissionName.RULE, "Firefox");

        page.open(RITA, "rules");

        assertThat(page.button("New rule…").isEnabled()).isTrue();
    }

    @Test
    void leadsToTheForms() {
        page.open(ADA, "rules?rule=204");
        page.click("Edit…");
        assertThat(page.location()).isEqualTo("rules/204/edit");

        page.open(ADA, "rules?rule=204");
        page.click("Copy…");
        assertThat(page.location()).isEqualTo("rules/204/copy");

        page.open(ADA, "rules?rule=204");
        page.click("Delete…");
        assertThat(page.location()).isEqualTo("rules/204/remove");

        page.open(ADA, "rules?product=Firefox&channel=beta");
        page.click("New rule…");
        assertThat(page.location()).startsWith("rules/new?").contains("channel=beta", "product=Firefox");
    }

    @Test
    void offersToEditOnesOwnPendingChange() {
        firefox.pending(ADA, "Ship 150.0", 1, edit(204, "mapping", "Firefox-150"));
        page.open(ADA, "rules?rule=204");

        page.click("Edit in this set…");

        assertThat(page.location()).startsWith("rules/204/edit?set=");
    }

    @Test
    void leavesThePendingChangesOfOthersToThem() {
        firefox.permit(RITA, PermissionName.RULE);
        firefox.pending(ADA, "Ship 150.0", 1, edit(204, "mapping", "Firefox-150"));

        page.open(RITA, "rules?rule=204");

        assertThat(_find(Button.class, edit -> edit.withText("Edit in this set…")))
                .isEmpty();
    }

    @Test
    void showsWhatOthersDoAsSoonAsItIsServedAndKeepsFilterAndSelection() {
        page.open(ADA, "rules?text=main&rule=204");

        page.meanwhile(() -> firefox.pending(ADA, "Ship 150.0", 1, edit(204, "mapping", "Firefox-150")));

        assertThat(rows()).singleElement().asString().startsWith("edited | 90");
        assertThat(Page.textOf(_get(RulePanel.class))).contains("Ship 150.0");
        assertThat(_get(AllRulesGrid.class).getSelectedItems()).hasSize(1);
    }

    private static List<String> rows() {
        return Page.rows(_get(AllRulesGrid.class));
    }
}
