package dev.rehearsal.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFieldsTest {

    private static final String UNREADABLE = "write a version such as 36.0, a comparison such as >=38.0a1, versions"
            + " separated by commas, or a glob such as 78.*, from version 5 on; without spaces.";

    private static @Nullable Object kept(RuleField field, @Nullable Object sent) {
        RuleFields fields = RuleFields.ofEdit(one(field, sent));
        assertThat(fields.problems()).isEmpty();
        return fields.values().get(field);
    }

    private static String problem(RuleField field, @Nullable Object sent) {
        RuleFields fields = RuleFields.ofEdit(one(field, sent));
        assertThat(fields.problems()).hasSize(1);
        assertThat(fields.values()).isEmpty();
        return fields.problems().getFirst().sentence();
    }

    private static Map<String, @Nullable Object> one(RuleField field, @Nullable Object sent) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(field.wireName(), sent);
        return fields;
    }

    @Nested
    class Numbers {

        @ParameterizedTest
        @CsvSource({"0, 0", "90, 90", "' 7 ', 7", "1_0, 10", "2147483647, 2147483647"})
        void areReadFromTexts(String sent, int number) {
            assertThat(kept(RuleField.PRIORITY, sent)).isEqualTo(number);
        }

        @Test
        void areTakenAsWholeNumbersOfAnySize() {
            assertThat(kept(RuleField.BACKGROUND_RATE, 100)).isEqualTo(100);
            assertThat(kept(RuleField.BACKGROUND_RATE, 50L)).isEqualTo(50);
            assertThat(kept(RuleField.BACKGROUND_RATE, BigInteger.ZERO)).isEqualTo(0);
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "101", "ten", "1.5", "99999999999999999999"})
        void areRefusedOutsideTheirRange(String sent) {
            assertThat(problem(RuleField.BACKGROUND_RATE, sent))
                    .isEqualTo("backgroundRate must be a whole number from 0 to 100.");
        }

        @Test
        void areNeitherFlagsNorFractions() {
            assertThat(problem(RuleField.PRIORITY, true))
                    .isEqualTo("priority must be a whole number from 0 to 2147483647.");
            assertThat(problem(RuleField.PRIORITY, 1.0)).startsWith("priority must be");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " "})
        void areMissingWhereBlank(String blank) {
            assertThat(problem(RuleField.PRIORITY, blank)).isEqualTo("priority is missing: give a value.");
        }
    }

    @Nested
    class Flags {

        @Test
        void areTrueFalseOrEither() {
            assertThat(kept(RuleField.JAWS, true)).isEqualTo(true);
            assertThat(kept(RuleField.MIG64, false)).isEqualTo(false);
            assertThat(kept(RuleField.JAWS, null)).isNull();
        }

        @Test
        void areNoTexts() {
            assertThat(problem(RuleField.MIG64, "true"))
                    .isEqualTo("mig64 must be true or false, or null where either will do.");
        }
    }

    @Nested
    class Texts {

        @ParameterizedTest
        @EnumSource(names = {"PRODUCT", "CHANNEL", "BUILD_TARGET", "OS_VERSION", "COMMENT", "VERSION", "ALIAS"})
        void areNullWhereEmpty(RuleField field) {
            assertThat(kept(field, "")).isNull();
        }

        @ParameterizedTest
        @EnumSource(names = {"PRODUCT", "CHANNEL", "BUILD_TARGET", "OS_VERSION", "COMMENT", "ALIAS"})
        void areNullWhereBlank(RuleField field) {
            assertThat(kept(field, "  ")).isNull();
        }

        @ParameterizedTest
        @EnumSource(names = {"VERSION", "BUILD_ID", "MEMORY"})
        void areRefusedWhereBlanksWouldMeanEveryClient(RuleField field) {
            for (String blank : List.of(" ", "\t", "   ", " \n ")) {
                assertThat(problem(field, blank))
                        .isEqualTo(
                                field.wireName() + " is nothing but blanks: leave it empty where every value will do.");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"fr,,de", ",fr", "fr,", "fr, ,de", ","})
        void areNoListsOfLocalesWithAnEmptyOne(String locales) {
            assertThat(problem(RuleField.LOCALE, locales)).startsWith("locale has an empty entry");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Windows_NT && ", "&& 6.1", "Windows_NT,", "a,,b", "a && && b", ",", "&&"})
        void areNoOperatingSystemsThatEveryClientMeets(String osVersion) {
            assertThat(problem(RuleField.OS_VERSION, osVersion)).startsWith("osVersion has an empty term");
        }

        @Test
        void areTrimmed() {
            assertThat(kept(RuleField.OS_VERSION, " Windows_NT 6.1 ")).isEqualTo("Windows_NT 6.1");
        }

        @ParameterizedTest
        @EnumSource(names = {"LOCALE", "DISTRIBUTION"})
        void loseTheSpacesOfAList(RuleField field) {
            assertThat(kept(field, " a,\tb , c")).isEqualTo("a,b,c");
        }

        @Test
        void areNoNumbers() {
            assertThat(problem(RuleField.PRODUCT, 5)).isEqualTo("product must be a text.");
        }

        @Test
        void haveOnlyAsciiCharacters() {
            assertThat(kept(RuleField.COMMENT, "a~\u007f")).isEqualTo("a~\u007f");
            assertThat(problem(RuleField.COMMENT, "für 😀"))
                    .isEqualTo("comment may have only ASCII characters: replace \"ü\".");
            assertThat(problem(RuleField.COMMENT, "for 😀")).endsWith("replace \"😀\".");
            assertThat(problem(RuleField.COMMENT, "\u0080")).startsWith("comment may have only ASCII");
        }

        @ParameterizedTest
        @EnumSource(names = {"PRODUCT", "CHANNEL", "DISTRIBUTION", "COMMENT", "HEADER_ARCHITECTURE"})
        void mayBeAsLongAsTheirColumn(RuleField field) {
            assertThat(kept(field, "a".repeat(field.limit()))).isEqualTo("a".repeat(field.limit()));
            assertThat(problem(field, "a".repeat(field.limit() + 1)))
                    .isEqualTo("%s may have at most %d characters, this has %d."
                            .formatted(field.wireName(), field.limit(), field.limit() + 1));
        }

        @Test
        void ofAnUpdateTypeAreMinorOrMajor() {
            assertThat(kept(RuleField.UPDATE_TYPE, "major")).isEqualTo("major");
            assertThat(problem(RuleField.UPDATE_TYPE, "Major")).isEqualTo("update_type must be minor or major.");
            assertThat(problem(RuleField.UPDATE_TYPE, null)).isEqualTo("update_type is missing: give a value.");
        }

        @Test
        void ofAMappingNameARelease() {
            assertThat(kept(RuleField.MAPPING, " Firefox-130 ")).isEqualTo("Firefox-130");
            assertThat(problem(RuleField.MAPPING, " ")).isEqualTo("mapping is missing: name the release to serve.");
            assertThat(kept(RuleField.FALLBACK_MAPPING, "")).isNull();
        }
    }

    @Nested
    class Aliases {

        @ParameterizedTest
        @ValueSource(strings = {"a", "Z", "firefox-release", "x86-64", "z9", "A0-", " kept "})
        void beginWithALetter(String alias) {
            assertThat(kept(RuleField.ALIAS, alias)).isEqualTo(alias.strip());
        }

        @ParameterizedTest
        @ValueSource(strings = {"1a", "-a", "9", "a_b", "a b", "a.b", "`a", "{a", "@a", "[a", "a/", "a:"})
        void haveNothingElseThanLettersDigitsAndHyphens(String alias) {
            assertThat(problem(RuleField.ALIAS, alias))
                    .isEqualTo("alias must begin with a letter and may go on with letters, digits and hyphens.");
        }
    }

    @Nested
    class Versions {

        @ParameterizedTest
        @ValueSource(strings = {"36.0", "<38.0", ">=38.0a1", "36.0,36.1", "78.*", "3.6.3plugin1", "<=2.0.0.20"})
        void mayBeOneAComparisonAListOrAGlob(String version) {
            assertThat(kept(RuleField.VERSION, version)).isEqualTo(version);
        }

        @ParameterizedTest
        @ValueSource(strings = {"abc", "<>4.0", "< 38.0", "4.*"})
        void mustBeReadable(String version) {
            assertThat(problem(RuleField.VERSION, version))
                    .startsWith("version cannot be read at")
                    .endsWith(UNREADABLE);
        }

        @Test
        void ofAListArePlain() {
            assertThat(problem(RuleField.VERSION, "36.0,<38.0"))
                    .isEqualTo("version lists several versions, so each must be a plain one: \"<38.0\" has an operator"
                            + " or a star.");
        }

        @Test
        void thatCannotBeReadComeInByNoImportEither() {
            RuleFields imported = RuleFields.ofImport(newRule("version", "abc"));

            assertThat(imported.problems())
                    .singleElement()
                    .extracting(RuleFields.Problem::sentence)
                    .isEqualTo("version cannot be read at \"abc\": " + UNREADABLE);
        }
    }

    @Nested
    class Comparisons {

        @ParameterizedTest
        @ValueSource(strings = {"20250101000000", "<20250101000000", ">=2017", "<=1", ">0"})
        void ofBuildIdsAreNumbersWithOrWithoutOperator(String buildId) {
            assertThat(kept(RuleField.BUILD_ID, buildId)).isEqualTo(buildId);
        }

        @ParameterizedTest
        @ValueSource(strings = {"abc", "<", "<>1", "< =1", "1,2"})
        void ofBuildIdsAreNothingElse(String buildId) {
            assertThat(problem(RuleField.BUILD_ID, buildId))
                    .isEqualTo("buildID must be a number such as 20250101000000, or <, <=, > or >= and a number,"
                            + " without spaces.");
        }

        @Test
        void ofMemoryAreMegabytes() {
            assertThat(kept(RuleField.MEMORY, " >2048 ")).isEqualTo(">2048");
            assertThat(problem(RuleField.MEMORY, "much"))
                    .isEqualTo("memory must be a number of megabytes such as 4096, or <, <=, > or >= and a number,"
                            + " without spaces.");
        }
    }

    @Nested
    class NewRules {

        @Test
        void needWhatEveryRuleHas() {
            assertThat(RuleFields.ofNewRule(Map.of()).problems())
                    .extracting(RuleFields.Problem::field)
                    .containsExactly(
                            RuleField.PRIORITY, RuleField.MAPPING, RuleField.BACKGROUND_RATE, RuleField.UPDATE_TYPE);
        }

        @Test
        void holdWhatWasSent() {
            Rule rule = RuleFields.ofNewRule(newRule("channel", "release")).toRule(new RuleId(7), 3);

            assertThat(rule.id()).isEqualTo(new RuleId(7));
            assertThat(rule.dataVersion()).isEqualTo(3);
            assertThat(rule.channel()).isEqualTo("release");
            assertThat(rule.mapping()).isEqualTo(new ReleaseName("Firefox-130"));
            assertThat(rule.updateType()).isEqualTo(UpdateType.MINOR);
        }

        @Test
        void areNotMadeOfWhatIsWrong() {
            RuleFields wrong = RuleFields.ofNewRule(Map.of());

            assertThatThrownBy(() -> wrong.toRule(new RuleId(7), 1)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class Imports {

        @Test
        void keepWhatCouldNotBeSavedToday() {
            RuleFields fields = RuleFields.ofImport(newRule("memory", " much"));

            assertThat(fields.problems()).isEmpty();
            assertThat(fields.values()).containsEntry(RuleField.MEMORY, " much");
        }

        @Test
        void keepBlanksExceptInNamesOfReleases() {
            Map<String, @Nullable Object> sent = newRule("channel", "");
            sent.put("mapping", "");
            sent.put("fallbackMapping", "");

            Rule rule = RuleFields.ofImport(sent).toRule(new RuleId(1), 1);

            assertThat(rule.channel()).isEmpty();
            assertThat(rule.mapping()).isNull();
            assertThat(rule.fallbackMapping()).isNull();
        }
    }

    @Nested
    class Edits {

        @Test
        void leaveTheOtherFieldsAsTheyAre() {
            Rule rule = RuleFields.ofNewRule(newRule("channel", "release")).toRule(new RuleId(7), 3);

            Rule edited = RuleFields.ofEdit(one(RuleField.BACKGROUND_RATE, 25)).applyTo(rule);

            assertThat(edited.backgroundRate()).isEqualTo(25);
            assertThat(edited.channel()).isEqualTo("release");
            assertThat(edited.priority()).isEqualTo(90);
            assertThat(edited.dataVersion()).isEqualTo(3);
        }

        @Test
        void canTakeAFieldAway() {
            Rule rule = RuleFields.ofNewRule(newRule("channel", "release")).toRule(new RuleId(7), 3);

            assertThat(RuleFields.ofEdit(one(RuleField.CHANNEL, null))
                            .applyTo(rule)
                            .channel())
                    .isNull();
        }

        @Test
        void thatSayNothingOfAMappingNeedNone() {
            assertThat(RuleFields.ofEdit(one(RuleField.COMMENT, "x")).problems())
                    .isEmpty();
        }
    }

    private static Map<String, @Nullable Object> newRule(String name, @Nullable Object value) {
        Map<String, @Nullable Object> fields = new HashMap<>(
                Map.of("mapping", "Firefox-130", "priority", 90, "backgroundRate", 100, "update_type", "minor"));
        fields.put(name, value);
        return fields;
    }
}
