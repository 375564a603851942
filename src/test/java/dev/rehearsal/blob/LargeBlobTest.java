package dev.rehearsal.blob;

import static dev.rehearsal.blob.Answering.aClient;
import static dev.rehearsal.blob.BlobBuilder.aRelease;
import static dev.rehearsal.blob.BlobBuilder.blob;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.UpdateType;
import dev.rehearsal.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a blob costs grows with its size and no faster; what is beyond any use is refused with the limit. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class LargeBlobTest {

    private static final String PLATFORM = BlobBuilder.PLATFORM;

    private final BlobReader reader = new BlobReader();

    @ParameterizedTest
    @ValueSource(ints = {20_000, 100_000})
    void ofAliasesOfOnePlatformIsReadAndAnswers(int aliases) {
        ObjectNode release = (ObjectNode) aRelease(9).json();
        for (int i = 0; i < aliases; i++) {
            platforms(release).putObject("A" + i).put("alias", PLATFORM);
        }

        AppBlob blob = (AppBlob) accepted(release);

        assertThat(References.of(blob).buildIds()).isNotEmpty();
        assertThat(blob.filesWithoutUrl("release")).isEmpty();
        assertThat(answer(blob, "A" + (aliases - 1))).contains("<patch ");
    }

    @Test
    void ofAliasesIsRecognisedAsTheSourceOfAPartialForEachOfThem() {
        ObjectNode source = (ObjectNode) BlobBuilder.aSource().json();
        ObjectNode release = (ObjectNode) aRelease(9)
                .with(
                        "platforms/" + PLATFORM + "/locales/de/partials",
                        "[{'from': 'F-120', 'filesize': 1, 'hashValue': 'p', 'fileUrl': 'https://a.example/p'}]")
                .json();
        for (int i = 0; i < 20_000; i++) {
            platforms(release).putObject("A" + i).put("alias", PLATFORM);
        }

        assertThat(answer((AppBlob) accepted(release), "A7", Map.of("F-120", BlobReader.compile(source))))
                .contains("type=\"partial\"");
    }

    @Test
    void ofAliasesOfEachOtherIsRead() {
        ObjectNode release = (ObjectNode) aRelease(9).json();
        for (int i = 0; i < 20_000; i++) {
            platforms(release).putObject("A" + i).put("alias", "A" + (i + 1) % 20_000);
        }

        assertThat(((AppBlob) accepted(release)).builds()).containsKey("A0");
    }

    @Test
    void withMoreBuildsThanAnyoneHasIsRefused() {
        ObjectNode release = (ObjectNode) aRelease(9).json();
        ObjectNode locales = (ObjectNode) platforms(release).path(PLATFORM).path("locales");
        for (int i = 0; i < 20; i++) {
            locales.set("l" + i, locales.path("de"));
        }
        for (int i = 0; i < 10_000; i++) {
            platforms(release).putObject("A" + i).put("alias", PLATFORM);
        }

        assertThat(refused(release))
                .containsExactly(
                        "platforms: Holds 210,021 builds, those of a platform counted once more for each of its"
                                + " aliases: at most 200,000 are taken.");
    }

    @Test
    void withMoreGroupsThanCanBeComparedIsRefused() {
        String group = "{'for': {'versions': ['<%d.0']}, 'fields': {'actions': 'x'}}";

        assertThat(refused(aRelease(9).with("updateLine", list(5_000, group)).json()))
                .contains("updateLine: Holds 5,000 groups: at most 200 are taken.");
    }

    @Test
    void withMoreConditionsThanCanBeComparedIsRefused() {
        String versions = list(20_000, "'<%d.0'");
        String groups =
                "[{'for': {'versions': %s}, 'fields': {'actions': 'x'}}, {'for': {'versions': ['>1.0']}, 'fields': {'actions': 'y'}}]"
                        .formatted(versions);

        assertThat(refused(aRelease(9).with("updateLine", groups).json()))
                .containsExactly(
                        "updateLine: Holds 20,001 values in the conditions 'versions' of its groups: at most 500 are taken.");
    }

    @Test
    void withMoreFilesChildrenOrAddonsThanAnyoneHasIsRefused() {
        String file = "{'from': 'F-%d', 'filesize': 1, 'hashValue': 'a'}";

        assertThat(refused(aRelease(9)
                        .with("platforms/" + PLATFORM + "/locales/de/partials", list(2_000, file))
                        .json()))
                .singleElement()
                .asString()
                .endsWith("locales.de.partials: Holds 2,000 files: at most 1,000 are taken.");
        assertThat(refused(blob("{'name': 'S', 'schema_version': 4000, 'blobs': %s}".formatted(list(300, "'b%d'")))
                        .json()))
                .containsExactly("blobs: Holds 300 releases: at most 200 are taken.");
    }

    @Test
    void isKeptInPartsUpToALimitThatIsTold() {
        ObjectNode release = (ObjectNode) aRelease(9).json();
        ObjectNode locales = (ObjectNode) platforms(release).path(PLATFORM).path("locales");
        JsonNode build = locales.path("de");
        for (int i = 0; i < 20_000; i++) {
            locales.set("l" + i, build);
        }
        CheckedBlob checked = CheckedBlob.of(release, (BlobReadResult.Accepted) reader.read(release));

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.problemsInQueue(0))
                .extracting(Problem::toString)
                .containsExactly("platforms: Holds 20001 locales, those of each platform counted: at most 5000 can be"
                        + " changed at a time, fewer with very long names");
        assertThat(checked.problemsInQueue(20_002)).isEmpty();
    }

    @Test
    void isMergedInTimeThatGrowsWithItAlone() {
        ObjectNode deep = (ObjectNode) BlobBuilder.parse("{'payload': '" + "x".repeat(1_000) + "'}");
        ObjectNode outermost = deep;
        for (int i = 0; i < 400; i++) {
            ObjectNode around = (ObjectNode) BlobBuilder.parse("{}");
            around.set("a", outermost);
            outermost = around;
        }

        assertThat(BlobMerge.laidOver(outermost, outermost)).isEqualTo(outermost);
    }

    private Blob accepted(JsonNode blob) {
        return switch (reader.read(blob)) {
            case BlobReadResult.Accepted accepted -> accepted.blob();
            case BlobReadResult.Rejected rejected -> throw new AssertionError(rejected.problems());
        };
    }

    private List<String> refused(JsonNode blob) {
        return switch (reader.read(blob)) {
            case BlobReadResult.Accepted _ -> throw new AssertionError("accepted");
            case BlobReadResult.Rejected(List<Problem> problems) ->
                problems.stream().map(Problem::toString).toList();
        };
    }

    private static ObjectNode platforms(ObjectNode release) {
        return (ObjectNode) release.path("platforms");
    }

    private static String list(int size, String element) {
        return IntStream.range(0, size)
                .mapToObj(number -> element.formatted(number + 1))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String answer(AppBlob blob, String platform) {
        return answer(blob, platform, Map.of());
    }

    private static String answer(AppBlob blob, String platform, Map<String, Blob> others) {
        StringBuilder out = new StringBuilder();
        UpdateXml.append(
                out,
                blob,
                new Rendering(
                        aClient().onBuildTarget(platform).build(),
                        UpdateType.MINOR,
                        BlobBuilder.releases(others),
                        UrlPolicy.OPEN));
        return out.toString();
    }
}
