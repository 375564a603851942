package dev.rehearsal.staging;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static dev.rehearsal.matching.RuleField.CHANNEL;
import static dev.rehearsal.matching.RuleField.COMMENT;
import static dev.rehearsal.matching.RuleField.MAPPING;
import static dev.rehearsal.matching.RuleField.PRIORITY;
import static dev.rehearsal.staging.LiveState.live;
import static dev.rehearsal.staging.SetBuilder.aSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The staged table of Firefox on release. */
class StagedRulesTest {

    private final LiveState live = live().releases("R1", "R2")
            .rule(main())
            .rule(aRule().withId(2)
                    .withPriority(200)
                    .forProduct("Firefox")
                    .forChannel("release*")
                    .mapsTo("R1"))
            .rule(aRule().withId(3).forProduct("Firefox").forChannel("beta").mapsTo("R1"))
            .rule(aRule().withId(4)
                    .forProduct("Thunderbird")
                    .forChannel("release")
                    .mapsTo("R1"));

    private static RuleBuilder main() {
        return aRule().withId(1)
                .withPriority(100)
                .forProduct("Firefox")
                .forChannel("release")
                .mapsTo("R1");
    }

    @Test
    void holdsTheRowsThatCanMatchInTheOrderOfEvaluation() {
        assertThat(rows()).extracting(row -> row.rule().id().value()).containsExactly(2L, 1L);
    }

    @Test
    void holdsTheRowsOfEveryProductWhereNoneIsAskedFor() {
        assertThat(StagedRules.of(live.stage(), null, "release").rows())
                .extracting(row -> row.rule().id().value())
                .containsExactly(2L, 1L, 4L);
    }

    @Test
    void marksARowThatNoSetTouchesAsLive() {
        assertThat(rows(aSet(1).edits(1, COMMENT, null, "x")))
                .extracting(StagedRules.Row::origin)
                .first()
                .isEqualTo(new StagedRules.Live());
    }

    @Test
    void marksAnEditedRowWithWhatItWasTheFieldsAndTheLastSet() {
        StagedRules.Row row = rows(
                        aSet(1).edits(1, MAPPING, "R1", "R2"),
                        aSet(2).edits(1, COMMENT, null, "x").edits(1, PRIORITY, 100, 300))
                .getFirst();

        assertThat(row.origin())
                .isEqualTo(new StagedRules.Edited(
                        main().build(), List.of(PRIORITY, MAPPING, COMMENT), new ChangeSetId(2)));
    }

    @Test
    void marksARowThatWasEditedThereAndBackAsLive() {
        assertThat(rows(aSet(1).edits(1, MAPPING, "R1", "R2"), aSet(2).edits(1, MAPPING, "R1", "R2", "R1")))
                .last()
                .extracting(StagedRules.Row::origin)
                .isEqualTo(new StagedRules.Live());
    }

    @Test
    void marksAnAddedRowWithTheSetThatAddsItAlsoWhereALaterOneEditsIt() {
        assertThat(rows(
                        aSet(1).adds(aRule().withId(9).withPriority(1).mapsTo("R1")),
                        aSet(2).edits(9, COMMENT, null, "x")))
                .last()
                .extracting(StagedRules.Row::origin)
                .isEqualTo(new StagedRules.Added(new ChangeSetId(1)));
    }

    @Test
    void holdsARowThatAnEditBringsHere() {
        assertThat(rows(aSet(1).edits(3, CHANNEL, "beta", "release")))
                .extracting(row -> row.rule().id().value())
                .containsExactly(2L, 1L, 3L);
    }

    @Test
    void listsARemovedRow() {
        assertThat(staged(aSet(1).removes(main())).removed())
                .containsExactly(new StagedRules.RemovedRow(main().build(), new ChangeSetId(1), null));
    }

    @Test
    void listsARowThatAnEditTakesElsewhereWithWhatItBecomes() {
        Rule becomes = main().forChannel("beta").withDataVersion(2).build();

        assertThat(staged(aSet(1).edits(1, CHANNEL, "release", "beta")).removed())
                .containsExactly(new StagedRules.RemovedRow(main().build(), new ChangeSetId(1), becomes));
    }

    @Test
    void doesNotListARowOfAnotherChannelAsRemoved() {
        SetBuilder removal = aSet(1).removes(aRule().withId(3)
                .forProduct("Firefox")
                .forChannel("beta")
                .mapsTo("R1"));

        assertThat(staged(removal).removed()).isEmpty();
    }

    private StagedRules staged(SetBuilder... sets) {
        Stage stage = live.stage(sets);
        assertThat(stage.conflicts()).isEmpty();
        return StagedRules.of(stage, "Firefox", "release");
    }

    private List<StagedRules.Row> rows(SetBuilder... sets) {
        return staged(sets).rows();
    }
}
