package dev.rehearsal.insight.preview;

import static dev.rehearsal.insight.preview.Rehearsed.aFirefoxRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.insight.preview.RuleTable.Fate;
import dev.rehearsal.insight.preview.RuleTable.Row;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.ChannelMapping;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RuleTableTest {

    @Test
    void everyRuleStandsInTheOrderOfTheLiveTableWhateverBecomesOfIt() {
        assertThat(table(Rehearsed.shipping150()).rows().stream()
                        .map(row -> row.fate() + " " + row.rule().id())
                        .toList())
                .containsExactly("ADDED 1413", "REMOVED 311", "STAYS 877", "EDITED 204");
    }

    @Test
    void anEditedRuleIsShownAsTheWholeQueueLeavesItWithWhatItWas() {
        Row row = row(Rehearsed.shipping150(), 204);

        assertThat(row.rule().backgroundRate()).isEqualTo(50);
        assertThat(Objects.requireNonNull(row.was()).backgroundRate()).isEqualTo(100);
        assertThat(row.current()).isEqualTo(row.was());
    }

    @Test
    void eachPendingChangeOfARuleIsNamedWithItsSetInQueueOrder() {
        assertThat(titles(row(Rehearsed.shipping150(), 204))).containsExactly("Ship 150.0", "Raise to 50 %");
        assertThat(titles(row(Rehearsed.shipping150(), 877))).isEmpty();
    }

    @Test
    void aChangeOfPriorityLeavesTheRuleWhereItIsLive() {
        RuleTable table = table(Rehearsed.release149().set(1, "Up", 1).edits(204, RuleField.PRIORITY, 500));

        assertThat(table.rows().getLast().rule().priority()).isEqualTo(500);
    }

    @Test
    void whatASetInConflictWouldDoIsPendingButComesToNothing() {
        Rehearsed rehearsed = Rehearsed.shipping150().rule(aFirefoxRule(204).mapsTo("Firefox-140"));

        Row row = row(rehearsed, 204);

        assertThat(row.pending()).extracting(RuleTable.PendingChange::leftOut).containsExactly(true, false);
    }

    @Test
    void aRuleThatASetInConflictWouldAddIsThereAllTheSame() {
        Rehearsed rehearsed = Rehearsed.release149()
                .set(1, "Nowhere", 1)
                .adds(aFirefoxRule(1500).mapsTo("Firefox-999"));

        Row row = row(rehearsed, 1500);

        assertThat(row.fate()).isEqualTo(Fate.ADDED);
        assertThat(row.pending()).singleElement().matches(RuleTable.PendingChange::leftOut);
    }

    @Test
    void aRuleThatNobodyIsServedByNamesTheMappingThatHidesIt() {
        Rehearsed rehearsed = Rehearsed.release149().rule(aFirefoxRule(990).forChannel("release-cdntest"));

        ChannelMapping mapping = Objects.requireNonNull(row(rehearsed, 990).shadowedBy());

        assertThat(mapping.testChannel()).isEqualTo("release-cdntest");
        assertThat(row(rehearsed, 204).shadowedBy()).isNull();
    }

    @Test
    void tiesAreFoundAmongRulesAsTheyAreStaged() {
        RuleTable table = table(Rehearsed.release149().set(1, "Same", 1).edits(204, RuleField.PRIORITY, 100));

        assertThat(table.tiesOf(table.find(new RuleId(877)).orElseThrow()))
                .extracting(tie -> tie.winner().id().value())
                .containsExactly(204L);
    }

    @Test
    void aRuleThatIsRemovedTiesWithNothing() {
        Rehearsed rehearsed = Rehearsed.release149()
                .rule(aFirefoxRule(312).withPriority(120))
                .set(1, "Away", 1)
                .removes(311);
        RuleTable table = table(rehearsed);

        assertThat(table.tiesOf(table.find(new RuleId(311)).orElseThrow())).isEmpty();
    }

    private static RuleTable table(Rehearsed rehearsed) {
        return RuleTable.of(rehearsed.state());
    }

    private static Row row(Rehearsed rehearsed, long id) {
        return table(rehearsed).find(new RuleId(id)).orElseThrow();
    }

    private static List<String> titles(Row row) {
        return row.pending().stream().map(pending -> pending.set().title()).toList();
    }
}
