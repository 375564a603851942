package dev.rehearsal.ui.rules;

import static dev.rehearsal.insight.preview.Rehearsed.aFirefoxRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.change.Proposal;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RuleEntryTest {

    private final Rule live = aFirefoxRule(204)
            .withAlias("firefox-release")
            .withPriority(90)
            .mapsTo("Firefox-149")
            .forJaws(true)
            .withDataVersion(7)
            .build();

    @Test
    void anEditSendsOnlyWhatDiffers() {
        RuleEntry entry = editing(RuleField.MAPPING, "Firefox-150");

        assertThat(entry.proposal()).isEqualTo(new Proposal.EditRule(live.id(), 7, Map.of("mapping", "Firefox-150")));
        assertThat(Objects.requireNonNull(entry.rule()).priority()).isEqualTo(90);
    }

    @Test
    void whatIsOnlyWrittenOtherwiseDoesNotDiffer() {
        assertThat(editing(RuleField.PRIORITY, "090").changesNothing()).isTrue();
        assertThat(editing(RuleField.CHANNEL, " release ").changesNothing()).isTrue();
    }

    @Test
    void aFieldThatIsEmptiedIsCleared() {
        assertThat(editing(RuleField.JAWS, "").sent()).containsOnlyKeys("jaws").containsEntry("jaws", null);
        assertThat(Objects.requireNonNull(editing(RuleField.ALIAS, "").rule()).alias())
                .isNull();
    }

    @Test
    void aValueThatCouldNotBeSavedTodayDoesNoHarmWhereItStays() {
        Rule imported =
                aFirefoxRule(1).forBuildId("2017*").mapsTo("Firefox-149").build();
        Map<RuleField, String> texts = new HashMap<>(RuleEntry.textsOf(imported));
        texts.put(RuleField.PRIORITY, "5");

        assertThat(new RuleEntry(imported, null, 1, texts).problems()).isEmpty();
    }

    @Test
    void aNewRuleSendsAllItsFieldsAndNamesWhatIsMissing() {
        RuleEntry entry = RuleStart.anew("Firefox", "release")
                .entry(RuleStart.anew("Firefox", "release").texts());

        assertThat(entry.problems()).containsOnlyKeys(RuleField.PRIORITY, RuleField.MAPPING);
        assertThat(entry.rule()).isNull();
    }

    @Test
    void eachProblemIsNamedByField() {
        RuleEntry entry = editing(RuleField.BACKGROUND_RATE, "120");

        assertThat(entry.problems()).containsOnlyKeys(RuleField.BACKGROUND_RATE);
        assertThat(RuleEntry.problems(RuleField.VERSION, "<=  4")).hasSize(1);
        assertThat(RuleEntry.problems(RuleField.VERSION, "")).isEmpty();
    }

    @Test
    void aSetIsCalledByWhatItChangesUnlessSomebodyHasABetterTitle() {
        assertThat(editing(RuleField.MAPPING, "Firefox-150").title())
                .isEqualTo("#204 firefox-release: mapping → Firefox-150");
        assertThat(editing(RuleField.COMMENT, "x".repeat(400)).title()).hasSize(200);
        assertThat(RuleStart.anew("Firefox", "")
                        .entry(RuleStart.anew("Firefox", "").texts())
                        .title())
                .isEqualTo("Add a rule for Firefox on every channel");
    }

    private RuleEntry editing(RuleField field, String text) {
        Map<RuleField, String> texts = new HashMap<>(RuleEntry.textsOf(live));
        texts.put(field, text);
        return new RuleEntry(live, null, live.dataVersion(), texts);
    }
}
