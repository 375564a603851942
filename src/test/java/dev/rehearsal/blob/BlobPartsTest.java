package dev.rehearsal.blob;

import static dev.rehearsal.blob.BlobBuilder.aRelease;
import static dev.rehearsal.blob.BlobBuilder.blob;
import static dev.rehearsal.blob.BlobBuilder.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BlobPartsTest {

    private static final String GERMAN = ".platforms.WINNT_x86_64-msvc.locales.de";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8, 9})
    void eachLocaleOfAnApplicationIsAPartOfItsOwn(int schema) {
        BlobParts parts = BlobParts.split(aRelease(schema).json());

        assertThat(parts.locales()).containsOnlyKeys(GERMAN);
        assertThat(parts.base().at("/platforms/WINNT_x86_64-msvc").propertyNames())
                .contains("buildID")
                .doesNotContain("locales");
    }

    @Test
    void anyOtherBlobIsWhole() {
        JsonNode superblob = blob("{'name': 'S', 'schema_version': 4000, 'platforms': {'a': {'locales': {'de': {}}}}}")
                .json();

        BlobParts parts = BlobParts.split(superblob);

        assertThat(parts.locales()).isEmpty();
        assertThat(parts.base()).isEqualTo(superblob);
    }

    @Test
    void aPlatformThatHoldsOnlyLocalesLeavesNoTraceInTheBase() {
        BlobParts parts = BlobParts.split(parse("{'schema_version': 9, 'platforms': {'a': {'locales': {'de': {}}}}}"));

        assertThat(parts.base()).isEqualTo(parse("{'schema_version': 9}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'a': {}}",
                "{'a': {'locales': {}}}",
                "{'a': {'locales': {'de': {}, 'fr': {'buildID': '1'}}, 'OS_FTP': 'x'}, 'b': {'alias': 'a'}}",
                "{'a': {'alias': 'b', 'locales': {'de': {}}}}",
                "{'a': {'locales': {'de': 5, 'fr': null, 'it': []}}}",
                "{'a': {'locales': 'none'}, 'b': null, 'c': []}",
                "{'a.b': {'locales': {'de': {}}}, 'a': {'locales': {'b.locales.de': {}, 'x.y': {}, 'de': {}}}}",
                "{'': {'locales': {'de': {}}}, 'a': {'locales': {'': {}}}}",
                "[]",
                "null",
            })
    void joiningWhatWasSplitGivesAnEqualBlob(String platforms) {
        JsonNode blob = parse("{'schema_version': 9, 'name': 'F', 'platforms': " + platforms + "}");

        assertThat(BlobParts.of(BlobParts.split(blob).byPath()).join()).isEqualTo(blob);
    }

    @Test
    void splittingLeavesTheBlobAlone() {
        JsonNode blob = aRelease(9).json();
        JsonNode before = blob.deepCopy();

        BlobParts.split(blob).join();

        assertThat(blob).isEqualTo(before);
    }

    @Test
    void theHashOfAReleaseIsMadeOfTheHashesOfItsParts() {
        BlobParts parts = BlobParts.split(aRelease(9).json());

        assertThat(parts.contentHash()).isEqualTo(BlobParts.contentHash(parts.hashes()));
        assertThat(parts.hashes()).containsOnlyKeys(BlobParts.BASE_PATH, GERMAN);
    }

    @Test
    void theHashDependsOnContentButNotOnSpelling() {
        ContentHash hash = hash("{'schema_version': 9, 'platforms': {'a': {'locales': {'de': {'x': 1}, 'fr': {}}}}}");

        assertThat(hash("{'platforms': {'a': {'locales': {'fr': {}, 'de': {'x': 1.0}}}}, 'schema_version': 9e0}"))
                .isEqualTo(hash);
        assertThat(hash("{'schema_version': 9, 'platforms': {'a': {'locales': {'fr': {'x': 1}, 'de': {}}}}}"))
                .isNotEqualTo(hash);
    }

    @Test
    void whatIsNoPathOfALocaleIsRefused() {
        Map<String, JsonNode> parts = new TreeMap<>(Map.of(BlobParts.BASE_PATH, parse("{}"), ".fileUrls", parse("{}")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlobParts.of(parts).join());
        assertThatIllegalArgumentException().isThrownBy(() -> BlobParts.of(Map.of(GERMAN, parse("{}"))));
    }

    @Test
    void aBaseWithoutRoomForALocaleIsRefused() {
        Map<String, JsonNode> parts = Map.of(BlobParts.BASE_PATH, parse("{'platforms': 5}"), GERMAN, parse("{}"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlobParts.of(parts).join());
    }

    private static ContentHash hash(String json) {
        return BlobParts.split(parse(json)).contentHash();
    }
}
