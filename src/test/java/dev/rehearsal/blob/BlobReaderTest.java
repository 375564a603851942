package dev.rehearsal.blob;

import static dev.rehearsal.blob.BlobBuilder.aRelease;
import static dev.rehearsal.blob.BlobBuilder.blob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What may be saved as a blob, and what is said about what may not. */
class BlobReaderTest {

    private static final String LOCALE = "platforms/WINNT_x86_64-msvc/locales/de";

    private final BlobReader reader = new BlobReader();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8, 9})
    void anOrdinaryReleaseIsAccepted(int schema) {
        assertThat(reader.read(aRelease(schema).json()))
                .isInstanceOfSatisfying(BlobReadResult.Accepted.class, accepted -> {
                    assertThat(accepted.warnings()).isEmpty();
                    assertThat(accepted.blob().name()).isEqualTo("F-121");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    hashFunction       | 5       | hashFunction: Must be text, but is a number.
                    name               | ''      | name: Must not be empty.
                    extra              | 1       | extra: There is no such field in this schema.
                    platforms          | []      | platforms: Must be an object, but is a list.
                    platforms/X        | {'alias': 1} | platforms.X.alias: Must be text, but is a number.
                    platforms/X        | {'buildID': '12a'} | platforms.X.buildID: Must be digits only, but is "12a".
                    platforms/X        | {'locales': {'de': {'completes': {}}}} | platforms.X.locales.de.completes: Must be a list, but is an object.
                    fileUrls/c/others  | {}      | fileUrls.c.others: There is no such field in this schema.
                    updateLine         | [{'fields': {'disableBITS': false}}] | updateLine[0].fields.disableBITS: Must be true, but is false.
                    updateLine         | [{'fields': {'type': 'tiny'}}] | updateLine[0].fields.type: Must be one of ["minor","major"], but is "tiny".
                    updateLine         | [{'for': {'versions': ['5']}}] | updateLine[0].for.versions[0]: '5' is nothing to compare with; examples are 68.0, <68.0 and 78.*.
                    updateLine         | [{'for': {'buildIDs': ['20x']}}] | updateLine[0].for.buildIDs[0]: '20x' is nothing to compare with; examples are 20190705220548 and <20190705.
                    """)
    void aProblemNamesItsPlaceAndWhatIsWrong(String path, String json, String problem) {
        assertThat(problems(aRelease(9).with(path, json))).containsExactly(problem);
    }

    @Test
    void everyMissingFieldIsNamed() {
        assertThat(problems(aRelease(8).with(LOCALE + "/completes", "[{'from': '*', 'filesize': 1}]")))
                .containsExactlyInAnyOrder(
                        "platforms.WINNT_x86_64-msvc.locales.de.completes[0].hashValue: This field is missing.",
                        "platforms.WINNT_x86_64-msvc.locales.de.completes[0].binTransInclusionProof: This field is missing.");
    }

    @Test
    void aNameMustNotBeTooLong() {
        assertThat(problems(aRelease(9).with("name", "'" + "n".repeat(101) + "'")))
                .containsExactly("name: Must not be longer than 100 characters.");
    }

    @Test
    void theCompleteOfOldSchemasUpdatesFromAnything() {
        assertThat(problems(aRelease(1).with(LOCALE + "/complete/from", "'F-120'")))
                .containsExactly(
                        "platforms.WINNT_x86_64-msvc.locales.de.complete.from: Must be \"*\", but is \"F-120\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "0", "9.5", "'9'", "true", "null", "1e99"})
    void aSchemaThatThereIsNotIsRefused(String version) {
        assertThat(problems(aRelease(9).with("schema_version", version)))
                .singleElement()
                .asString()
                .startsWith("schema_version: Must be one of [1, 2, 3, 4, 5, 6, 8, 9, 50, 1000, 4000, 5000, 10000]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "5", "{\"a\":1} x", "NaN"})
    void whatIsNoJsonObjectIsRefused(String text) {
        assertThat(reader.read(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(BlobReadResult.Rejected.class);
    }

    @Test
    void theBlobMustCarryTheNameOfItsRelease() {
        JsonNode blob = aRelease(9).json();

        assertThat(reader.read(new ReleaseName("F-121"), blob)).isInstanceOf(BlobReadResult.Accepted.class);
        assertThat(reader.read(new ReleaseName("F-122"), blob))
                .isEqualTo(new BlobReadResult.Rejected(
                        List.of(new Problem("name", "Must be the release's name, F-122."))));
    }

    @Test
    void anImportOnlyWarnsOfWhatBalrogOnceAccepted() {
        JsonNode blob =
                aRelease(1).without("hashFunction").with("fakePartials", "1").json();

        assertThat(reader.read(blob)).isInstanceOf(BlobReadResult.Rejected.class);
        assertThat(reader.readImported(new ReleaseName("F-121"), blob))
                .isInstanceOfSatisfying(
                        BlobReadResult.Accepted.class,
                        accepted -> assertThat(accepted.warnings())
                                .extracting(Problem::place)
                                .containsExactlyInAnyOrder("hashFunction", "fakePartials"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    2 | fakePartials           | true                  | fakePartials
                    9 | extra                  | {'a': [1e400]}        | extra
                    9 | platforms/X            | {'buildID': '12a'}    | platforms.X.buildID
                    9 | platforms/X            | {'buildID': true}     | platforms.X.buildID
                    9 | platforms              | []                    | platforms
                    9 | name                   | 'F-122'               | name
                    9 | updateLine             | [{'for': {'versions': ['5']}, 'fields': {}}] | updateLine[0].for.versions[0]
                    1 | fileUrls               | 7                     | fileUrls
                    """)
    void anImportWarnsOfWhatNobodyCouldSaveToday(int schema, String path, String json, String place) {
        JsonNode blob = aRelease(schema).with(path, json).json();

        assertThat(reader.readImported(new ReleaseName("F-121"), blob))
                .isInstanceOfSatisfying(
                        BlobReadResult.Accepted.class,
                        accepted -> assertThat(accepted.warnings())
                                .extracting(Problem::place)
                                .contains(place));
    }

    @Test
    void anImportRefusesABlobOfNoSchema() {
        assertThat(reader.readImported(
                        new ReleaseName("F-121"),
                        aRelease(9).without("schema_version").json()))
                .isInstanceOf(BlobReadResult.Rejected.class);
    }

    @Test
    void anUnknownFieldHidesNoOtherProblem() {
        assertThat(problems(aRelease(9)
                        .with("extra", "1")
                        .with("updateLine", "[{'for': {'versions': ['5']}, 'fields': {}}]")))
                .hasSize(2);
    }

    @Test
    void numericBuildsAreAcceptedWithAWarning() {
        assertThat(warnings(aRelease(9).with(LOCALE + "/buildID", "20231211")))
                .containsExactly("platforms.WINNT_x86_64-msvc.locales.de.buildID: Is a number, so clients of the same"
                        + " version are not served; make it text.");
    }

    @Test
    void anAliasThatLeadsNowhereIsAcceptedWithAWarning() {
        assertThat(warnings(aRelease(9).with("platforms/X", "{'alias': 'Y'}")))
                .containsExactly("platforms.X.alias: There is no platform Y.");
    }

    @ParameterizedTest
    @CsvSource({"sha256, 64", "SHA384, 96", "sha512, 128"})
    void theHashOfAPluginHasTheLengthOfItsFunction(String function, int length) {
        assertThat(problems(plugins(function, "f".repeat(length)))).isEmpty();
        assertThat(problems(plugins(function, "f".repeat(length - 1))))
                .containsExactly("vendors.v.platforms.p.hashValue: Must have " + length + " characters, as " + function
                        + " gives, but has " + (length - 1) + ".");
    }

    @Test
    void theHashFunctionOfAPluginMustBeKnown() {
        assertThat(problems(plugins("md5", "f".repeat(32))))
                .containsExactly("vendors.v.platforms.p.hashValue: The hash function md5 is none of sha256, sha384 and"
                        + " sha512.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'products': [], 'blobs': []}"})
    void aSuperblobHasEitherProductsOrBlobs(String parts) {
        BlobBuilder blob = blob(parts).with("name", "'S'").with("schema_version", "4000");

        assertThat(problems(blob)).containsExactly("Must have either 'products' or 'blobs', and only one of them.");
    }

    @Test
    void systemAddonsAreEitherGivenOrRemoved() {
        BlobBuilder blob = blob("{'name': 'S', 'schema_version': 5000, 'uninstall': true, 'addons': {}}");

        assertThat(problems(blob)).containsExactly("Must have either 'addons' or 'uninstall', and only one of them.");
    }

    @Test
    void afterManyProblemsTheRestIsOnlyCounted() {
        BlobBuilder blob = aRelease(9);
        for (int i = 0; i < 150; i++) {
            blob.with("extra" + i, "1");
        }

        assertThat(problems(blob)).hasSize(101).last().isEqualTo("There are 50 more problems.");
    }

    @Test
    void onlyASchemaThatThereIsCanBeCompiled() {
        JsonNode blob = aRelease(9).with("schema_version", "7").json();

        assertThatIllegalArgumentException().isThrownBy(() -> BlobReader.compile(blob));
    }

    @Test
    void theWeightGrowsWithTheBlob() {
        BlobBuilder many = aRelease(9);
        for (int i = 0; i < 100; i++) {
            many.with(
                    "platforms/WINNT_x86_64-msvc/locales/l" + i,
                    "{'completes': [{'from': '*', 'filesize': " + i + ", 'hashValue': '"
                            + Integer.toString(i).repeat(64) + "'}]}");
        }

        assertThat(many.compiled().weight())
                .isGreaterThan(aRelease(9).compiled().weight() + 100 * 200)
                .isLessThan(200_000);
    }

    private List<String> problems(BlobBuilder blob) {
        return reader.read(blob.json()) instanceof BlobReadResult.Rejected(List<Problem> problems)
                ? problems.stream().map(Problem::toString).toList()
                : List.of();
    }

    private List<String> warnings(BlobBuilder blob) {
        assertThat(problems(blob)).isEmpty();
        BlobReadResult.Accepted accepted = (BlobReadResult.Accepted) reader.read(blob.json());
        return accepted.warnings().stream().map(Problem::toString).toList();
    }

    private static BlobBuilder plugins(String function, String hash) {
        return blob("""
                {'name': 'G', 'schema_version': 1000, 'hashFunction': '%s', 'vendors': {'v': {'version': '1', 'platforms':
                  {'p': {'filesize': 1, 'hashValue': '%s', 'fileUrl': 'https://c.example'}}}}}
                """.formatted(function, hash));
    }
}
