package dev.rehearsal.enactment;

import static dev.rehearsal.enactment.Asking.edit;
import static dev.rehearsal.enactment.Asking.editIn;
import static dev.rehearsal.enactment.Asking.refused;
import static dev.rehearsal.enactment.Asking.replace;
import static dev.rehearsal.enactment.Asking.row;
import static dev.rehearsal.matching.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.problem.RefusedException.Reason;
import dev.rehearsal.staging.Change;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Balrog's clients send the whole row: design S12. */
@EachDatabase
class FullRowTest {

    private final Rehearsal sets;

    FullRowTest(TestDatabase database) {
        this.sets = new Rehearsal(database);
    }

    @Test
    void isHeldAsItsDifferenceToTheLiveRow() {
        Change.RuleEdit edit = editIn(sets.schedule(1, replace(1, row("mapping", "R3"))));

        assertThat(edit.fields()).containsOnlyKeys(RuleField.MAPPING);
    }

    @Test
    void leavesRoomForASetThatEditsAnotherColumn() {
        ChangeSet full = sets.schedule(1, replace(1, row("mapping", "R3")));
        ChangeSet comment = sets.schedule(2, edit(1, "comment", "meanwhile"));

        sets.enact(comment);
        sets.enact(full);

        assertThat(sets.liveRule(1).mapping()).isEqualTo(new ReleaseName("R3"));
        assertThat(sets.liveRule(1).comment()).isEqualTo("meanwhile");
    }

    @Test
    void isReadAsBalrogReadsIt() {
        Change.RuleEdit edit = editIn(sets.schedule(
                1, replace(1, row("priority", "100", "comment", "  ", "locale", "de, fr", "backgroundRate", 100L))));

        assertThat(edit.fields()).containsOnlyKeys(RuleField.LOCALE);
        assertThat(edit.fields().get(RuleField.LOCALE)).extracting("value").isEqualTo("de,fr");
    }

    @Test
    void mayLeaveColumnsOut() {
        Change.RuleEdit edit = editIn(sets.schedule(1, replace(1, Map.of("mapping", "R3"))));

        assertThat(edit.fields()).containsOnlyKeys(RuleField.MAPPING);
    }

    @Test
    void setsNothingWhereNothingDiffers() {
        assertThat(editIn(sets.schedule(1, replace(1, row()))).fields()).isEmpty();
    }

    @Test
    void thatSetsNothingGoesLiveAndLeavesTheRuleAsItLooks() {
        Rule before = sets.liveRule(1);

        sets.enact(sets.schedule(1, replace(1, row())));

        assertThat(sets.liveRule(1))
                .usingRecursiveComparison()
                .ignoringFields("dataVersion")
                .isEqualTo(before);
    }

    @Test
    void isRefusedWhereItsVersionIsNotTheLiveOne() {
        sets.live(edit(1, "comment", "came in between"));

        refused(
                Reason.INVALID,
                "data_version: rule 1 is at data_version 2 by now, not 1",
                () -> sets.schedule(1, replace(1, row("mapping", "R3"))));
    }

    @Test
    void isComparedWithTheLiveRowNotWithTheStagedOne() {
        sets.schedule(1, edit(1, "mapping", "R2"));

        Change.RuleEdit edit = editIn(sets.schedule(2, replace(1, row("comment", "new"))));

        assertThat(edit.fields()).containsOnlyKeys(RuleField.COMMENT);
    }

    @Test
    void keepsWhatCouldNotBeSavedToday() {
        sets.database.write(entry -> {
            sets.rules.importAll(
                    entry,
                    List.of(aRule().withId(50)
                            .forProduct("Firefox")
                            .forChannel("release")
                            .forVersion("not.a.version")
                            .mapsTo("R1")
                            .build()),
                    List.of());
            return entry;
        });

        Change.RuleEdit edit =
                editIn(sets.schedule(1, replace(50, row("alias", null, "mapping", "R3", "version", "not.a.version"))));

        assertThat(edit.fields()).containsOnlyKeys(RuleField.MAPPING);
    }
}
