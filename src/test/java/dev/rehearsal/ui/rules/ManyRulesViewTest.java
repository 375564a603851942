package dev.rehearsal.ui.rules;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static dev.rehearsal.LiveFirefox.edit;
import static dev.rehearsal.LiveFirefox.remove;
import static dev.rehearsal.LiveFirefox.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Change;
import dev.rehearsal.ui.frame.Page;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several rules at once, from the list to the change set. */
class ManyRulesViewTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    @Test
    void saysBesideTheButtonsWhyTheyAreOff() {
        page.open(ADA, "rules");

        assertThat(page.button("Edit a field…").isEnabled()).isFalse();
        assertThat(page.text()).contains("Choose rules by the boxes on the left first.");

        pick(204, 877);
        assertThat(page.button("Edit a field…").isEnabled()).isTrue();
        assertThat(page.text()).contains("2 rules chosen");
    }

    @Test
    void saysWhatAPersonLacks() {
        page.open(RITA, "rules");
        pick(204);

        assertThat(page.button("Delete chosen…").isEnabled()).isFalse();
        assertThat(page.text()).contains("You lack the permission");
    }

    @Test
    void keepsAPickWhileTheListIsNarrowedAndWrittenTo() {
        page.open(ADA, "rules");
        pick(204, 311);

        page.enter(_get(TextField.class), "128");
        page.meanwhile(() -> firefox.live(remove(311)));

        assertThat(_get(AllRulesGrid.class).picked()).containsExactly(new RuleId(204));
    }

    @Test
    void picksAllThatAreShown() {
        page.open(ADA, "rules?release=149");

        page.enter(all(), true);

        assertThat(_get(AllRulesGrid.class).picked()).containsExactlyInAnyOrder(new RuleId(204), new RuleId(877));
    }

    @Test
    void showsRuleByRuleWhatWouldChangeAndMakesOneChangeSetOfIt() {
        firefox.live(edit(877, "backgroundRate", 25));
        page.open(ADA, "rules");
        pick(204, 311, 877);
        page.click("Edit a field…");

        assertThat(page.location()).isEqualTo("rules/many/edit?rules=204.311.877");
        assertThat(page.button("Schedule").isEnabled()).isFalse();
        assertThat(page.text()).contains("Enter a value.");

        enter(RuleField.BACKGROUND_RATE, "25");
        assertThat(page.text())
                .contains(
                        "2 of 3 rules change.",
                        "#204 firefox-release Firefox, release 100\u00a0% 25\u00a0%",
                        "#877 Firefox, release 25\u00a0% (stays as it is)");

        page.click("Schedule");

        assertThat(page.text()).contains("2 rules: backgroundRate → 25");
        ChangeSet set = onlySet();
        assertThat(set.changes()).hasSize(2).allMatch(Change.RuleEdit.class::isInstance);
    }

    @Test
    void clearsAFieldOnlyWhereThatIsSaid() {
        page.open(ADA, "rules/many/edit?rules=204.877");
        enter(RuleField.LOCALE, "");
        assertThat(page.text()).contains("0 of 2 rules change.");

        page.enter(_get(Checkbox.class, box -> box.withLabel("Clear the field")), true);

        assertThat(page.text()).contains("1 of 2 rules change.", "ja,ja-JP-mac nothing");
    }

    @Test
    void saysWhatIsWrongWithAValueAndSchedulesNothing() {
        page.open(ADA, "rules/many/edit?rules=204.877");

        enter(RuleField.BACKGROUND_RATE, "250");

        assertThat(page.text()).contains("must be a whole number from 0 to 100");
        assertThat(page.button("Schedule").isEnabled()).isFalse();
    }

    @Test
    void deletesSeveralRulesInOneChangeSet() {
        firefox.pending(ADA, "Gone soon", 1, remove(311));
        page.open(ADA, "rules");
        pick(204, 311, 877);
        page.click("Delete chosen…");

        assertThat(page.text()).contains("2 of 3 rules change.", "(a queued set deletes it)");

        page.click("Schedule");

        assertThat(TestDatabase.H2.bean(SnapshotKeeper.class).current().queue())
                .filteredOn(set -> set.title().equals("Delete 2 rules"))
                .singleElement()
                .satisfies(set -> assertThat(set.changes()).hasSize(2).allMatch(Change.RuleRemoval.class::isInstance));
    }

    @Test
    void saysWhereNoneOfTheRulesIsThere() {
        page.open(ADA, "rules/many/delete?rules=1.2-3.x");

        assertThat(page.text()).contains("None of these rules is there any more.");
    }

    @Test
    void exportsWhatIsShownOrPickedAsLongAsItIsLive() {
        firefox.pending(ADA, "Watershed", 2, rule(1413, "priority", 300));
        page.open(ADA, "rules?release=149");
        PickedRulesBar bar = _get(PickedRulesBar.class);

        assertThat(new String(bar.sheet().csv(), StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("Main rule of release"));

        pick(877);
        assertThat(new String(bar.sheet().json(), StandardCharsets.UTF_8)).contains("\"rule_id\" : 877");
        assertThat(page.text()).contains("Export the live rule chosen:");
    }

    private void pick(long... rules) {
        List<RuleId> ids = Arrays.stream(rules).mapToObj(RuleId::new).toList();
        AllRulesGrid grid = _get(AllRulesGrid.class);
        grid.pick(ids);
        _get(PickedRulesBar.class).show();
    }

    private static Checkbox all() {
        return (Checkbox) _get(AllRulesGrid.class).getColumnByKey("pick").getHeaderComponent();
    }

    @SuppressWarnings("unchecked")
    private void enter(RuleField field, String text) {
        ComboBox<RuleField> fields = _find(ComboBox.class).getFirst();
        page.enter(fields, field);
        page.enter(_find(TextField.class).getFirst(), text);
    }

    private static ChangeSet onlySet() {
        return TestDatabase.H2.bean(SnapshotKeeper.class).current().queue().getFirst();
    }
}
