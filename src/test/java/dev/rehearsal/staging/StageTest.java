package dev.rehearsal.staging;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static dev.rehearsal.matching.RuleField.ALIAS;
import static dev.rehearsal.matching.RuleField.COMMENT;
import static dev.rehearsal.matching.RuleField.MAPPING;
import static dev.rehearsal.matching.RuleField.PRIORITY;
import static dev.rehearsal.staging.LiveState.live;
import static dev.rehearsal.staging.SetBuilder.aSet;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StageTest {

    private final LiveState live = live().releases("R1", "R2", "R3")
            .rule(aRule().withId(1).withPriority(200).withAlias("first").mapsTo("R1"))
            .rule(aRule().withId(2).withPriority(100).withAlias("second").mapsTo("R2"));

    @Test
    void ofNothingIsLive() {
        Tables tables = live.tables();

        Stage stage = Stage.of(tables, List.of(), live.contents());

        assertThat(stage.staged()).isSameAs(tables);
    }

    @Nested
    class AnEdit {

        @Test
        void setsItsFieldsAndLeavesTheOthers() {
            Stage stage = live.stage(aSet(1).edits(1, MAPPING, "R1", "R2"));

            assertThat(rule(stage, 1))
                    .isEqualTo(aRule().withId(1)
                            .withPriority(200)
                            .withAlias("first")
                            .mapsTo("R2")
                            .withDataVersion(2)
                            .build());
        }

        @Test
        void clearsAFieldWithNull() {
            Stage stage = live.stage(aSet(1).edits(1, ALIAS, "first", null));

            assertThat(rule(stage, 1).alias()).isNull();
        }

        @Test
        void andAnEditOfAnotherFieldBothHold() {
            Stage stage = live.stage(aSet(1).edits(1, MAPPING, "R1", "R2"), aSet(2).edits(1, COMMENT, null, "why"));

            assertThat(rule(stage, 1).mapping()).isEqualTo(new ReleaseName("R2"));
            assertThat(rule(stage, 1).comment()).isEqualTo("why");
        }

        @Test
        void raisesTheDataVersionOncePerSet() {
            Stage stage = live.stage(
                    aSet(1).edits(1, MAPPING, "R1", "R2").edits(1, COMMENT, null, "why"),
                    aSet(2).edits(1, MAPPING, "R1", "R2", "R3"));

            assertThat(rule(stage, 1).dataVersion()).isEqualTo(3);
        }

        @Test
        void ofARuleThatAnEarlierSetAddsHolds() {
            Stage stage =
                    live.stage(aSet(1).adds(aRule().withId(9).mapsTo("R1")), aSet(2).edits(9, MAPPING, "R1", "R2"));

            assertThat(rule(stage, 9).mapping()).isEqualTo(new ReleaseName("R2"));
            assertThat(rule(stage, 9).dataVersion()).isEqualTo(2);
        }

        @Test
        void canMoveARuleInTheOrderOfEvaluation() {
            Stage stage = live.stage(aSet(1).edits(2, PRIORITY, 100, 300));

            assertThat(stage.staged().ruleSet().inOrder())
                    .extracting(rule -> rule.id().value())
                    .containsExactly(2L, 1L);
        }
    }

    @Nested
    class AnAddition {

        @Test
        void comesWithItsReservedIdAtDataVersionOne() {
            Rule added = aRule().withId(9).mapsTo("R1").build();

            Stage stage = live.stage(aSet(1).adds(aRule().withId(9).mapsTo("R1")));

            assertThat(stage.staged().rules()).containsEntry(new RuleId(9), added);
        }

        @Test
        void thatTheSameSetEditsStaysAtDataVersionOne() {
            Stage stage =
                    live.stage(aSet(1).adds(aRule().withId(9).mapsTo("R1")).edits(9, COMMENT, null, "made in one go"));

            assertThat(rule(stage, 9).comment()).isEqualTo("made in one go");
            assertThat(rule(stage, 9).dataVersion()).isEqualTo(1);
        }

        @Test
        void tiesAreBrokenByItsReservedId() {
            Stage stage =
                    live.stage(aSet(1).adds(aRule().withId(9).withPriority(200).mapsTo("R1")));

            assertThat(stage.staged().ruleSet().inOrder())
                    .extracting(rule -> rule.id().value())
                    .containsExactly(1L, 9L, 2L);
        }

        @Test
        void thatALaterSetRemovesIsGone() {
            Stage stage = live.stage(
                    aSet(1).adds(aRule().withId(9).mapsTo("R1")),
                    aSet(2).removes(aRule().withId(9).mapsTo("R1")));

            assertThat(stage.conflicts()).isEmpty();
            assertThat(stage.staged().rules()).isEqualTo(stage.live().rules());
        }

        @Test
        void thatTheSameSetRemovesLeavesNoTransition() {
            Stage stage = live.stage(aSet(1).adds(aRule().withId(9).mapsTo("R1"))
                    .removes(aRule().withId(9).mapsTo("R1")));

            assertThat(stage.steps())
                    .singleElement()
                    .satisfies(step -> assertThat(step.transitions()).isEmpty());
        }
    }

    @Nested
    class ARemoval {

        @Test
        void removesTheRow() {
            Stage stage = live.stage(aSet(1).removes(aRule().withId(2)
                    .withPriority(100)
                    .withAlias("second")
                    .mapsTo("R2")));

            assertThat(stage.staged().rules()).containsOnlyKeys(new RuleId(1));
        }
    }

    @Nested
    class Aliases {

        @Test
        void canBeSwappedWithinASet() {
            Stage stage = live.stage(aSet(1).edits(1, ALIAS, "first", "second").edits(2, ALIAS, "second", "first"));

            assertThat(rule(stage, 1).alias()).isEqualTo("second");
            assertThat(rule(stage, 2).alias()).isEqualTo("first");
        }

        @Test
        void canBeTakenByAnAdditionThatStandsBeforeTheRemovalThatFreesThem() {
            Stage stage = live.stage(
                    aSet(1).adds(aRule().withId(9).withAlias("second").mapsTo("R1"))
                            .removes(aRule().withId(2)
                                    .withPriority(100)
                                    .withAlias("second")
                                    .mapsTo("R2")));

            assertThat(stage.conflicts()).isEmpty();
            assertThat(rule(stage, 9).alias()).isEqualTo("second");
        }

        @Test
        void canBeTakenAfterAnEarlierSetFreedThem() {
            Stage stage = live.stage(
                    aSet(1).edits(1, ALIAS, "first", null),
                    aSet(2).adds(aRule().withId(9).withAlias("first").mapsTo("R1")));

            assertThat(stage.conflicts()).isEmpty();
        }

        @Test
        void thatASetInConflictWouldHaveFreedAreStillTaken() {
            Stage stage = live.stage(
                    aSet(1).edits(1, ALIAS, "never seen", null),
                    aSet(2).adds(aRule().withId(9).withAlias("first").mapsTo("R1")));

            assertThat(stage.conflicts()).hasSize(2);
        }
    }

    @Nested
    class Releases {

        @Test
        void areAdded() {
            Stage stage = live.stage(aSet(1).addsRelease("R4", "Thunderbird", Blobs.plugIn("1")));

            Release added = release(stage, "R4");
            assertThat(added.product()).isEqualTo("Thunderbird");
            assertThat(added.dataVersion()).isEqualTo(1);
            assertThat(added.content())
                    .isEqualTo(live.contents().put("R4", Blobs.plugIn("1")).content());
        }

        @Test
        void canBeAddedInTheSetThatMapsToThem() {
            Stage stage = live.stage(aSet(1).edits(1, MAPPING, "R1", "R4").addsRelease("R4", Blobs.app("101.0")));

            assertThat(stage.conflicts()).isEmpty();
        }

        @Test
        void takeEditsOfDifferentPartsFromDifferentSets() {
            Stage stage = live.stage(
                    aSet(1).editsPart("R1", DE, Blobs.build("20250101000000"), Blobs.build("20250202000000")),
                    aSet(2).editsPart("R1", EN, Blobs.build("20250101000000"), Blobs.build("20250303000000")));

            assertThat(stage.conflicts()).isEmpty();
            assertThat(live.contents().manifest(release(stage, "R1").content()).parts())
                    .containsEntry(DE, live.contents().putPart(Blobs.build("20250202000000")))
                    .containsEntry(EN, live.contents().putPart(Blobs.build("20250303000000")));
            assertThat(release(stage, "R1").dataVersion()).isEqualTo(3);
        }

        @Test
        void goUpByOneDataVersionHoweverManyPartsASetEdits() {
            Stage stage =
                    live.stage(aSet(1).editsPart("R1", DE, Blobs.build("20250101000000"), Blobs.build("20250202000000"))
                            .editsPart("R1", EN, Blobs.build("20250101000000"), Blobs.build("20250202000000")));

            assertThat(release(stage, "R1").dataVersion()).isEqualTo(2);
        }

        @Test
        void canBeAddedPartByPart() {
            Stage stage = live.stage(aSet(1).addsRelease("R4", Blobs.app("101.0"))
                    .editsPart("R4", FR, null, Blobs.build("20250202000000")));

            assertThat(stage.conflicts()).isEmpty();
            assertThat(release(stage, "R4").dataVersion()).isEqualTo(1);
            assertThat(live.contents().manifest(release(stage, "R4").content()).parts())
                    .containsKeys(DE, EN, FR);
        }

        @Test
        void loseAPartThatIsSetToNull() {
            Stage stage = live.stage(aSet(1).editsPart("R1", DE, Blobs.build("20250101000000"), null));

            assertThat(live.contents().manifest(release(stage, "R1").content()).parts())
                    .doesNotContainKey(DE)
                    .containsKey(EN);
        }

        @Test
        void changeProductAndLockWithoutChangingTheirContent() {
            Stage stage = live.stage(aSet(1).editsRelease("R1", new ReleaseField.Product(), "Firefox", "Thunderbird")
                    .editsRelease("R1", new ReleaseField.ReadOnly(), false, true));

            Release before = release(stage.live(), "R1");
            assertThat(release(stage, "R1"))
                    .isEqualTo(new Release(before.name(), "Thunderbird", true, 2, before.content()));
        }

        @Test
        void areRemoved() {
            Stage stage = live.stage(aSet(1).removesRelease("R3", Blobs.app("100.0")));

            assertThat(stage.staged().releases()).doesNotContainKey(new ReleaseName("R3"));
        }
    }

    @Nested
    class Steps {

        @Test
        void nameTheRowsThatASetTouchedOnceEach() {
            Stage stage = live.stage(aSet(1).edits(1, MAPPING, "R1", "R2")
                    .edits(2, MAPPING, "R2", "R3")
                    .edits(1, MAPPING, "R1", "R2", "R3"));

            assertThat(stage.steps().getFirst().transitions())
                    .containsExactly(
                            new Transition.OfRule(
                                    new RuleId(1), stage.live().rules().get(new RuleId(1)), rule(stage, 1)),
                            new Transition.OfRule(
                                    new RuleId(2), stage.live().rules().get(new RuleId(2)), rule(stage, 2)));
        }

        @Test
        void areThoseOfAppliedSetsInTheOrderGiven() {
            Stage stage = live.stage(
                    aSet(3).edits(1, COMMENT, null, "x"),
                    aSet(1).edits(1, COMMENT, "never seen", "y"),
                    aSet(2).edits(2, COMMENT, null, "z"));

            assertThat(stage.steps())
                    .extracting(step -> step.set().id().value())
                    .containsExactly(3L, 2L);
            assertThat(stage.conflicts())
                    .extracting(conflict -> conflict.set().value())
                    .containsExactly(1L);
        }
    }

    private static final String DE = ".platforms.WINNT.locales.de";
    private static final String EN = ".platforms.WINNT.locales.en-US";
    private static final String FR = ".platforms.WINNT.locales.fr";

    private static Rule rule(Stage stage, long id) {
        return requireNonNull(stage.staged().rules().get(new RuleId(id)), () -> "no rule: " + stage.conflicts());
    }

    private static Release release(Stage stage, String name) {
        return release(stage.staged(), name);
    }

    private static Release release(Tables tables, String name) {
        return requireNonNull(tables.releases().get(new ReleaseName(name)), name);
    }
}
