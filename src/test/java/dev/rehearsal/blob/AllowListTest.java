package dev.rehearsal.blob;

import static dev.rehearsal.blob.BlobBuilder.aRelease;
import static dev.rehearsal.blob.BlobBuilder.blob;
import static dev.rehearsal.blob.BlobBuilder.parse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Which hosts clients may be sent to. */
class AllowListTest {

    @Test
    void urlsAreForbiddenAsInBalrog() throws IOException {
        JsonNode tables = tables();
        AllowList allowList = AllowList.read(
                        tables.path("allowlist_for_isForbiddenUrl").path("value"))
                .allowList();

        assertThat(tables.path("isForbiddenUrl"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(allowList.forbids(
                                row.path("url").asString(), row.path("product").asString()))
                        .as(row.toString())
                        .isEqualTo(row.path("forbidden").asBoolean()));
    }

    @Test
    void urlsAreSpecialAsInBalrog() throws IOException {
        UrlPolicy policy = new UrlPolicy(null, List.of("http://download.upd.example"));

        assertThat(tables().path("isSpecialURL"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(policy.isSpecial(row.path("url").asString()))
                        .as(row.toString())
                        .isEqualTo(row.path("special").asBoolean()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https://a.example            | false
                    https://a.example?x          | false
                    https://a.example#x          | false
                    //a.example/x                | false
                    HTTPS://a.example/x          | false
                    9https://a.example/x         | true
                    https:/a.example/x           | true
                    a.example/x                  | true
                    https://a.example:443/x      | true
                    https://a.exam[ple/x         | true
                    https://b.example/dl/file;v1 | false
                    x-y://b.example/dl/file;v1   | true
                    https://b.example/dl/file/../| true
                    """)
    void theHostAndPathAreReadAsInBalrog(String url, boolean forbidden) {
        AllowList allowList = read("{'a.example': ['Firefox'], 'b.example': {'/dl/\\\\w+': ['Firefox']}}");

        assertThat(allowList.forbids(url, "Firefox")).isEqualTo(forbidden);
    }

    @Test
    void blanksBeforeAndLineEndsInAUrlDoNotCount() {
        assertThat(read("{'a.example': ['Firefox']}").forbids(" \u0001https://a.ex\n\tample/x", "Firefox"))
                .isFalse();
    }

    @Test
    void theFirstPathThatMatchesDecides() {
        AllowList allowList = read("{'a.example': {'/x.*': ['Widevine'], '/.*': ['Firefox']}}");

        assertThat(allowList.forbids("https://a.example/xyz", "Firefox")).isTrue();
        assertThat(allowList.forbids("https://a.example/abc", "Firefox")).isFalse();
    }

    @Test
    void anEntryThatCannotBeReadForbidsItsHostAndIsReported() {
        AllowList.Reading reading = AllowList.read(
                parse(
                        "{'a.example': 'Firefox', 'b.example': {'(': ['Firefox']}, 'c.example': {'/.*': 'Firefox'}, 'd.example': [1]}"));

        assertThat(reading.problems())
                .extracting(Problem::place)
                .containsExactly("a.example", "b.example.(", "c.example./.*", "d.example");
        for (String host : List.of("a", "b", "c", "d")) {
            assertThat(reading.allowList().forbids("https://" + host + ".example/", "Firefox"))
                    .isTrue();
        }
    }

    @Test
    void aListThatIsNoObjectForbidsEverything() {
        AllowList.Reading reading = AllowList.read(parse("['a.example']"));

        assertThat(reading.problems()).hasSize(1);
        assertThat(reading.allowList().forbids("https://a.example/", "Firefox")).isTrue();
    }

    @Test
    void theForbiddenUrlsOfABlobAreFoundWhereverTheyStand() {
        AllowList nobody = read("{}");
        BlobBuilder withOwnUrl = aRelease(9)
                .with(
                        "platforms/WINNT_x86_64-msvc/locales/de/partials",
                        "[{'from': 'F-120', 'filesize': 1, 'hashValue': 'h', 'fileUrl': 'https://own.example/p'}]");

        assertThat(nobody.forbiddenUrls(withOwnUrl.compiled(), "Firefox"))
                .containsExactlyInAnyOrder(
                        "https://a.example/c?os=%OS_BOUNCER%&lang=%LOCALE%", "https://own.example/p");
        assertThat(read("{'a.example': ['Firefox']}").forbiddenUrls(withOwnUrl.compiled(), "Firefox"))
                .containsExactly("https://own.example/p");
    }

    @Test
    void thePageOfADesupportNoticeIsNoFile() {
        BlobBuilder notice = blob(
                "{'name': 'D', 'schema_version': 50, 'detailsUrl': 'https://help.example', 'displayVersion': '1'}");

        assertThat(read("{}").forbiddenUrls(notice.compiled(), "Firefox")).isEmpty();
    }

    private static AllowList read(String json) {
        AllowList.Reading reading = AllowList.read(parse(json));
        assertThat(reading.problems()).isEmpty();
        return reading.allowList();
    }

    private static JsonNode tables() throws IOException {
        try (InputStream file = AllowListTest.class.getResourceAsStream("/oracle/allow-list-tables.json")) {
            return CanonicalJson.parse(file.readAllBytes());
        }
    }
}
