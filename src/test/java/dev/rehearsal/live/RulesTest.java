package dev.rehearsal.live;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.UpdateType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

@EachDatabase
class RulesTest {

    private static final Rule SPARSE = aRule().withId(1).mapsTo(null).build();
    private static final Rule FULL = aRule().withId(2)
            .withAlias("firefox-release")
            .withPriority(90)
            .mapsTo("Firefox-130")
            .fallsBackTo("Firefox-129")
            .atBackgroundRate(25)
            .asUpdateType(UpdateType.MAJOR)
            .forProduct("Firefox")
            .forVersion("<130.0")
            .forChannel("release*")
            .forBuildTarget("WINNT_x86_64-msvc")
            .forBuildId("<20240101000000")
            .forLocale("de,fr")
            .forOsVersion("Windows_NT 10.0 && x64, Windows_NT 6.1")
            .forMemory(">=2048")
            .forInstructionSet("SSE3,SSE4_2")
            .forJaws(true)
            .forMig64(false)
            .forDistribution("mozilla.org")
            .forDistVersion("1.0")
            .forHeaderArchitecture("Intel")
            .withComment("first come, first served; $1 'quoted'")
            .withDataVersion(7)
            .build();

    private final TestDatabase database;
    private final Rules rules;

    RulesTest(TestDatabase database) {
        this.database = database.emptied();
        this.rules = database.bean(Rules.class);
    }

    @Test
    void everyColumnComesBackAsItWasWritten() {
        importAll(SPARSE, FULL);

        assertThat(rules.all()).containsExactlyInAnyOrder(SPARSE, FULL);
    }

    @Test
    void anImportedRuleLeavesAHistoryRowWithAllItsColumns() {
        importAll(FULL);

        assertThat(history())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("changed_by", TestDatabase.WRITER.name())
                        .containsEntry("changed_at", TestClock.START.toEpochMilli())
                        .containsEntry("change_set_id", null)
                        .containsEntry("rule_id", 2L)
                        .containsEntry("alias", "firefox-release")
                        .containsEntry("fallback_mapping", "Firefox-129")
                        .containsEntry("update_type", "major")
                        .containsEntry("jaws", true)
                        .containsEntry("mig64", false)
                        .containsEntry("data_version", 7));
    }

    @Test
    void anEditLeavesAHistoryRowWithTheNewValues() {
        importAll(FULL);
        database.bean(TestClock.class).advance(Duration.ofMinutes(5));
        Rule edited = aRule().withId(2).mapsTo("Firefox-131").withDataVersion(8).build();

        apply(List.of(), List.of(edited), List.of());

        assertThat(rules.all()).containsExactly(edited);
        assertThat(history())
                .hasSize(2)
                .last()
                .satisfies(row -> assertThat(row)
                        .containsEntry(
                                "changed_at", TestClock.START.plusSeconds(300).toEpochMilli())
                        .containsEntry("mapping", "Firefox-131")
                        .containsEntry("alias", null)
                        .containsEntry("data_version", 8));
    }

    @Test
    void aRemovalLeavesAHistoryRowWithNothingButTheId() {
        importAll(FULL);

        apply(List.of(new RuleId(2)), List.of(), List.of());

        assertThat(rules.all()).isEmpty();
        assertThat(history())
                .hasSize(2)
                .last()
                .satisfies(row -> assertThat(row)
                        .containsEntry("rule_id", 2L)
                        .containsEntry("mapping", null)
                        .containsEntry("update_type", null)
                        .containsEntry("data_version", null));
    }

    @Test
    void aHistoryRowOfAnEnactedSetNamesTheSet() {
        database.write(entry -> {
            rules.apply(entry.enacting(17, entry.by()), List.of(), List.of(), List.of(SPARSE));
            return entry;
        });

        assertThat(history()).singleElement().satisfies(row -> assertThat(row).containsEntry("change_set_id", 17L));
    }

    @Test
    void twoRulesSwapTheirAliasesInOneUpdate() {
        importAll(
                aRule().withId(1).withAlias("one").build(),
                aRule().withId(2).withAlias("two").build());
        Rule first = aRule().withId(1).withAlias("two").withDataVersion(2).build();
        Rule second = aRule().withId(2).withAlias("one").withDataVersion(2).build();

        apply(List.of(), List.of(first, second), List.of());

        assertThat(rules.all()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void anAliasThatARemovalFreesIsTakenInTheSameWrite() {
        importAll(
                aRule().withId(1).withAlias("freed").build(), aRule().withId(2).build());
        Rule edited = aRule().withId(2).withAlias("freed").withDataVersion(2).build();

        apply(List.of(new RuleId(1)), List.of(edited), List.of());

        assertThat(rules.all()).containsExactly(edited);
    }

    @Test
    void oneAliasForTwoRulesIsRefusedAndNothingIsWritten() {
        importAll(aRule().withId(1).withAlias("one").build());

        assertThatThrownBy(() -> apply(
                        List.of(),
                        List.of(),
                        List.of(aRule().withId(2).withAlias("one").build())))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(rules.all()).hasSize(1);
        assertThat(history()).hasSize(1);
    }

    @Test
    void reservedIdsBeginAboveAllImportedOnes() {
        database.write(entry -> {
            rules.importAll(entry, List.of(aRule().withId(406).build()), List.of(new RuleId(500)));
            return entry;
        });

        assertThat(rules.reserveId()).isEqualTo(new RuleId(501));
        assertThat(rules.reserveId()).isEqualTo(new RuleId(502));
    }

    @Test
    void aReservedIdIsNeverGivenAgainEvenIfTheWriteFails() {
        assertThatThrownBy(() -> database.write(entry -> {
                    assertThat(rules.reserveId()).isEqualTo(new RuleId(1));
                    throw new IllegalStateException("given up");
                }))
                .hasMessage("given up");

        assertThat(rules.reserveId()).isEqualTo(new RuleId(2));
    }

    private void importAll(Rule... imported) {
        database.write(entry -> {
            rules.importAll(entry, List.of(imported), List.of());
            return entry;
        });
    }

    private void apply(List<RuleId> removed, List<Rule> edited, List<Rule> added) {
        database.write(entry -> {
            rules.apply(entry, removed, edited, added);
            return entry;
        });
    }

    private List<Map<String, @Nullable Object>> history() {
        return database.rows("select * from rules_history order by change_id");
    }
}
