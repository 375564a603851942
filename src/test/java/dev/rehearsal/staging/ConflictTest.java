package dev.rehearsal.staging;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static dev.rehearsal.matching.RuleField.ALIAS;
import static dev.rehearsal.matching.RuleField.COMMENT;
import static dev.rehearsal.matching.RuleField.FALLBACK_MAPPING;
import static dev.rehearsal.matching.RuleField.MAPPING;
import static dev.rehearsal.matching.RuleField.PRIORITY;
import static dev.rehearsal.staging.LiveState.live;
import static dev.rehearsal.staging.SetBuilder.aSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.RuleId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a set cannot be applied where it stands: design S4. */
class ConflictTest {

    private static final String DE = ".platforms.WINNT.locales.de";
    /** An application without platforms, so that its base alone is valid. */
    private static final String PLAIN =
            "{\"schema_version\": 9, \"hashFunction\": \"sha512\", \"appVersion\": \"1.0\", \"displayVersion\": \"1.0\"}";

    private static final String PLAIN_BASE = PLAIN.replace("{", "{\"name\": \"Plain\", ");
    private static final String PLUG_IN_BASE =
            "{\"name\": \"Plain\", " + Blobs.plugIn("1").strip().substring(1);

    private final LiveState live =
            live().releases("R1", "R2", "R3").release("Plain", PLAIN).rule(first());

    private static RuleBuilder first() {
        return aRule().withId(1).withAlias("first").withPriority(100).mapsTo("R1");
    }

    @Nested
    class OfAnEditedField {

        @ParameterizedTest
        @CsvSource({
            "100, 100, 200",
            "100, 150, 200",
            "150, 100, 200",
            "150, 150, 100",
        })
        void isNoneWhereTheValueFoundIsTheLiveOneTheStagedOneOrItsOwn(int live, int staged, int becomes) {
            assertThat(reasons(aSet(1).edits(1, PRIORITY, live, staged, becomes)))
                    .isEmpty();
        }

        @Test
        void isThereWhereTheAuthorNeverSawTheValueFound() {
            assertThat(reasons(aSet(1).edits(1, PRIORITY, 150, 160, 200)))
                    .containsExactly(new Conflict.FieldMoved("rule 1", "priority", new FieldEdit(200, 150, 160), 100));
        }

        @Test
        void isThereWhereAValueWasSeenAndIsEmptyNow() {
            assertThat(reasons(aSet(1).edits(1, COMMENT, "seen", "becomes"))).hasSize(1);
        }

        @Test
        void isNoneWhereBothEmptied() {
            assertThat(reasons(aSet(1).edits(1, COMMENT, "seen", null))).isEmpty();
        }

        @Test
        void isJudgedAfterTheSetsBefore() {
            Stage stage = live.stage(aSet(1).edits(1, PRIORITY, 100, 200), aSet(2).edits(1, PRIORITY, 100, 300));

            assertThat(stage.conflicts())
                    .extracting(conflict -> conflict.set().value())
                    .containsExactly(2L);
        }

        @Test
        void goesAwayWithTheSetThatWasInBetween() {
            assertThat(live.stage(aSet(2).edits(1, PRIORITY, 100, 300)).conflicts())
                    .isEmpty();
        }

        @Test
        void saysWhatWasSeenWhatIsThereAndWhatItWouldBecome() {
            assertThat(sentences(aSet(1).edits(1, MAPPING, "R2", "R3")))
                    .containsExactly("rule 1: mapping was 'R2' when this edit was saved and is 'R1' now;"
                            + " it would become 'R3'");
        }

        @Test
        void ofOneSpoilsTheWholeSet() {
            Stage stage = live.stage(aSet(1).edits(1, COMMENT, null, "fine")
                    .edits(1, PRIORITY, 7, 8)
                    .adds(aRule().withId(9).mapsTo("R1")));

            assertThat(stage.staged()).isEqualTo(stage.live());
            assertThat(stage.steps()).isEmpty();
        }

        @Test
        void isListedBesideEveryOtherReason() {
            assertThat(reasons(aSet(1).edits(1, PRIORITY, 7, 8).edits(2, COMMENT, null, "x")))
                    .hasExactlyElementsOfTypes(Conflict.FieldMoved.class, Conflict.RowGone.class);
        }
    }

    @Nested
    class OfARow {

        @Test
        void isThereWhenAnEditedRowIsGone() {
            assertThat(sentences(aSet(1).edits(7, COMMENT, null, "x"))).containsExactly("rule 7 no longer exists");
        }

        @Test
        void isThereWhenAnEarlierSetRemovesTheEditedRow() {
            Stage stage = live.stage(aSet(1).removes(first()), aSet(2).edits(1, COMMENT, null, "x"));

            assertThat(stage.conflicts())
                    .singleElement()
                    .satisfies(
                            conflict -> assertThat(conflict.reasons()).containsExactly(new Conflict.RowGone("rule 1")));
        }

        @Test
        void isThereWhenTheSameSetRemovedTheEditedRow() {
            assertThat(reasons(aSet(1).removes(first()).edits(1, COMMENT, null, "x")))
                    .containsExactly(new Conflict.RowGone("rule 1"));
        }

        @Test
        void isThereWhenARemovedRowIsGone() {
            assertThat(reasons(aSet(1).removes(aRule().withId(7)))).containsExactly(new Conflict.RowGone("rule 7"));
        }

        @Test
        void isThereWhenTwoSetsRemoveIt() {
            Stage stage = live.stage(aSet(1).removes(first()), aSet(2).removes(first()));

            assertThat(stage.conflicts())
                    .extracting(conflict -> conflict.set().value())
                    .containsExactly(2L);
        }

        @Test
        void isThereWhenARemovedRowIsNotTheOneThatWasSeen() {
            assertThat(reasons(aSet(1).removes(first().withComment("was here"))))
                    .containsExactly(new Conflict.RowMoved("rule 1"));
        }

        @Test
        void isNoneForARowThatWasSeenStaged() {
            Stage stage = live.stage(
                    aSet(1).edits(1, COMMENT, null, "staged"), aSet(2).removes(first(), first().withComment("staged")));

            assertThat(stage.conflicts()).isEmpty();
        }

        @Test
        void doesNotLookAtDataVersions() {
            assertThat(reasons(aSet(1).removes(first().withDataVersion(17)))).isEmpty();
        }

        @Test
        void isThereWhenAnAddedRowExists() {
            assertThat(sentences(aSet(1).adds(first()))).containsExactly("rule 1 exists already");
        }
    }

    @Nested
    class OfAnAlias {

        @Test
        void isThereWhenARuleHasItAlready() {
            assertThat(reasons(aSet(1).adds(aRule().withId(9).withAlias("first").mapsTo("R1"))))
                    .containsExactly(new Conflict.AliasTaken("first", new RuleId(1), new RuleId(9)));
        }

        @Test
        void isThereOnceWhenASetGivesItTwice() {
            assertThat(reasons(aSet(1).adds(aRule().withId(8).withAlias("new").mapsTo("R1"))
                            .adds(aRule().withId(9).withAlias("new").mapsTo("R1"))))
                    .containsExactly(new Conflict.AliasTaken("new", new RuleId(8), new RuleId(9)));
        }

        @Test
        void isThereForTheLaterOfTwoSets() {
            Stage stage = live.stage(
                    aSet(1).adds(aRule().withId(8).withAlias("new").mapsTo("R1")),
                    aSet(2).edits(1, ALIAS, "first", "new"));

            assertThat(stage.conflicts())
                    .extracting(conflict -> conflict.set().value())
                    .containsExactly(2L);
        }
    }

    @Nested
    class OfAMissingRelease {

        @Test
        void isThereWhenAnAddedRuleNamesIt() {
            assertThat(sentences(aSet(1).adds(aRule().withId(9).mapsTo("Nowhere"))))
                    .containsExactly("rule 9 would name release 'Nowhere', which would not exist");
        }

        @Test
        void isThereWhenAnEditedFallbackNamesIt() {
            assertThat(reasons(aSet(1).edits(1, FALLBACK_MAPPING, null, "Nowhere")))
                    .containsExactly(new Conflict.ReleaseMissing("rule 1", new ReleaseName("Nowhere")));
        }

        @Test
        void isThereWhenTheSetEditsTheRuleTwice() {
            assertThat(reasons(aSet(1).edits(1, MAPPING, "R1", "Nowhere").edits(1, COMMENT, null, "x")))
                    .hasSize(1);
        }

        @Test
        void isThereWhenALaterSetAddsIt() {
            Stage stage =
                    live.stage(aSet(1).edits(1, MAPPING, "R1", "R4"), aSet(2).addsRelease("R4", Blobs.app("101.0")));

            assertThat(stage.conflicts())
                    .extracting(conflict -> conflict.set().value())
                    .containsExactly(1L);
        }

        @Test
        void isThereForTheSetThatRemovesWhatARuleNames() {
            assertThat(reasons(aSet(1).removesRelease("R1", Blobs.app("100.0"))))
                    .containsExactly(new Conflict.ReleaseMissing("rule 1", new ReleaseName("R1")));
        }

        @Test
        void isThereForTheSetThatRemovesWhatAPinNames() {
            live.pin("Firefox", "release", "100.", "R3");

            assertThat(sentences(aSet(1).removesRelease("R3", Blobs.app("100.0"))))
                    .containsExactly("pin 100. of Firefox release would name release 'R3', which would not exist");
        }

        @Test
        void isNoneWhenTheSetAlsoTurnsTheRuleAway() {
            assertThat(reasons(aSet(1).removesRelease("R1", Blobs.app("100.0")).edits(1, MAPPING, "R1", "R2")))
                    .isEmpty();
        }

        @Test
        void isThereWhenAnEarlierSetMapsToWhatIsRemoved() {
            Stage stage = live.stage(
                    aSet(1).edits(1, FALLBACK_MAPPING, null, "R3"), aSet(2).removesRelease("R3", Blobs.app("100.0")));

            assertThat(stage.conflicts())
                    .extracting(conflict -> conflict.set().value())
                    .containsExactly(2L);
        }

        @Test
        void isNoneWhenAnEarlierSetTurnedTheRuleAway() {
            Stage stage =
                    live.stage(aSet(1).edits(1, MAPPING, "R1", "R2"), aSet(2).removesRelease("R1", Blobs.app("100.0")));

            assertThat(stage.conflicts()).isEmpty();
        }

        @Test
        void thatWasMissingBeforeIsNotHeldAgainstASet() {
            live.without("R1");

            assertThat(reasons(aSet(1).edits(1, COMMENT, null, "still maps to nothing")))
                    .isEmpty();
        }

        @Test
        void thatWasMissingAsMappingMayBecomeTheFallback() {
            live.without("R1");

            assertThat(reasons(aSet(1).edits(1, FALLBACK_MAPPING, null, "R1").edits(1, MAPPING, "R1", "R2")))
                    .isEmpty();
        }
    }

    @Nested
    class OfARelease {

        @Test
        void isThereWhenAnAddedOneExists() {
            assertThat(sentences(aSet(1).addsRelease("R1", Blobs.app("101.0"))))
                    .containsExactly("release 'R1' exists already");
        }

        @Test
        void isThereWhenAnEditedOneIsGone() {
            assertThat(sentences(aSet(1).editsRelease("R9", new ReleaseField.ReadOnly(), false, true)))
                    .containsExactly("release 'R9' no longer exists");
        }

        @Test
        void isThereWhenARemovedOneIsNotWhatWasSeen() {
            assertThat(reasons(aSet(1).removesRelease("R3", Blobs.app("99.0"))))
                    .containsExactly(new Conflict.RowMoved("release 'R3'"));
        }

        @Test
        void isThereWhenAPartIsNotWhatWasSeen() {
            assertThat(reasons(aSet(1).editsPart("R1", DE, Blobs.build("1"), Blobs.build("2"))))
                    .hasExactlyElementsOfTypes(Conflict.FieldMoved.class);
        }

        @Test
        void namesThePartAsPeopleKnowIt() {
            assertThat(sentences(aSet(1).editsPart("R1", DE, null, Blobs.build("2"))))
                    .singleElement()
                    .asString()
                    .startsWith("release 'R1': blob.platforms.WINNT.locales.de was empty when this edit was saved");
        }

        @Test
        void isThereWhenItIsReadOnly() {
            live.readOnlyRelease("Locked", Blobs.app("100.0"));

            assertThat(sentences(aSet(1).editsPart(
                                    "Locked", DE, Blobs.build("20250101000000"), Blobs.build("20260101000000"))))
                    .containsExactly("release 'Locked' is read-only: make it writable before changing it");
        }

        @Test
        void isThereWhenItIsReadOnlyAndWouldBeRemoved() {
            live.readOnlyRelease("Locked", Blobs.app("100.0"));

            assertThat(reasons(aSet(1).removesRelease("Locked", Blobs.app("100.0"))))
                    .containsExactly(new Conflict.ReadOnly(new ReleaseName("Locked")));
        }

        @Test
        void isNoneWhenTheSetMakesItWritable() {
            live.readOnlyRelease("Locked", Blobs.app("100.0"));

            assertThat(reasons(aSet(1).editsPart(
                                    "Locked", DE, Blobs.build("20250101000000"), Blobs.build("20260101000000"))
                            .editsRelease("Locked", new ReleaseField.ReadOnly(), true, false)))
                    .isEmpty();
        }

        @Test
        void isThereWhenItLosesItsBase() {
            assertThat(reasons(aSet(1).editsPart("Plain", BlobParts.BASE_PATH, PLAIN_BASE, null)))
                    .hasExactlyElementsOfTypes(Conflict.ReleaseInvalid.class);
        }

        @Test
        void isThereWhenPartsThatWereRightDoNotFitTogether() {
            Stage stage = live.stage(
                    aSet(1).editsPart("Plain", BlobParts.BASE_PATH, PLAIN_BASE, PLUG_IN_BASE),
                    aSet(2).editsPart("Plain", DE, null, Blobs.build("20250101000000")));

            assertThat(stage.conflicts())
                    .extracting(conflict -> conflict.set().value())
                    .containsExactly(2L);
            assertThat(stage.conflicts().getFirst().reasons().getFirst().sentence())
                    .startsWith("release 'Plain' would not be valid: ");
        }
    }

    private List<Conflict.Reason> reasons(SetBuilder set) {
        Stage stage = live.stage(set);
        return stage.conflicts().stream()
                .flatMap(conflict -> conflict.reasons().stream())
                .toList();
    }

    private List<String> sentences(SetBuilder set) {
        return reasons(set).stream().map(Conflict.Reason::sentence).toList();
    }
}
