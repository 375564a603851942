package dev.rehearsal.blob;

import static dev.rehearsal.blob.Answering.aClient;
import static dev.rehearsal.blob.Answering.the;
import static dev.rehearsal.blob.BlobBuilder.aRelease;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rehearsal.matching.QueryBuilder;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateQuery.Force;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which URL a file is served from, and when it is not served at all. */
class FileUrlTest {

    private static final String COMPLETE = "platforms/WINNT_x86_64-msvc/locales/de/completes";

    @ParameterizedTest
    @CsvSource({
        "release, release",
        "release-cck-acme, release",
        "beta, beta",
        "release-localtest, *",
        "nightly, *",
    })
    void theFirstBlockDecidesOfTheChannelItsFallbackAndTheStar(String channel, String block) {
        BlobBuilder blob = aRelease(9).with("fileUrls", """
                        {'release': {'completes': {'*': 'https://a.example/release'}}, 'release-localtest': {},
                         'beta': {'completes': {'*': 'https://a.example/beta'}},
                         '*': {'completes': {'*': 'https://a.example/*'}}}
                        """);

        assertThat(url(blob, aClient().onChannel(channel))).isEqualTo("https://a.example/" + block);
    }

    @Test
    void aBlockThatLacksAFileDoesNotFallThroughToTheStar() {
        BlobBuilder blob = aRelease(9).with("fileUrls/release", "{'completes': {}}");

        assertThatExceptionOfType(UnanswerableException.class)
                .isThrownBy(() -> the(blob).to(aClient()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void oldSchemasHaveNoUrlForOtherChannels(int schema) {
        assertThat(url(aRelease(schema), aClient().onChannel("release-cck-acme")))
                .isEqualTo("https://a.example/c.mar?os=win64");
        assertThatExceptionOfType(UnanswerableException.class)
                .isThrownBy(() -> the(aRelease(schema)).to(aClient().onChannel("beta")));
    }

    @Test
    void theUrlOfTheFileItselfWins() {
        BlobBuilder blob = aRelease(9)
                .with(COMPLETE, "[{'from': '*', 'filesize': 1, 'hashValue': 'h', 'fileUrl': 'https://own/%LOCALE%'}]");

        assertThat(url(blob, aClient())).isEqualTo("https://own/%LOCALE%");
    }

    @Test
    void placeholdersAreFilledInUpperAndLowerCase() {
        BlobBuilder blob = aRelease(9)
                .with(
                        "fileUrls/*/completes/*",
                        "'%LOCALE%-%locale%-%OS_FTP%-%os_ftp%-%OS_BOUNCER%-%os_bouncer%-%PRODUCT%'")
                .with("platforms/WINNT_x86_64-msvc/OS_FTP", "'win'");

        assertThat(url(blob, aClient())).isEqualTo("de-de-win-win-win64-win64-%PRODUCT%");
    }

    @Test
    void oldSchemasFillInFileNamesAndProductsPerFile() {
        BlobBuilder blob = aRelease(3)
                .with("fileUrls/release", "'%FILENAME%|%product%|%LOCALE%'")
                .with("bouncerProducts", "{'completes': {'*': 'F-complete'}}");

        assertThat(url(blob, aClient())).isEqualTo("c.mar|F-complete|de");
    }

    @Test
    void aPlatformThatLacksWhatTheUrlNeedsCannotBeServed() {
        BlobBuilder blob = aRelease(9).without("platforms/WINNT_x86_64-msvc/OS_BOUNCER");

        assertThatExceptionOfType(UnanswerableException.class)
                .isThrownBy(() -> the(blob).to(aClient()));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/c?x=1, MAIN, https://a.example/c?x=1&amp;force=1",
        "https://a.example/c, FALLBACK, https://a.example/c?force=-1",
        "https://a.example/c, NONE, https://a.example/c",
        "http://a.example/c, MAIN, http://a.example/c",
    })
    void forceIsPassedOnToSpecialHosts(String given, Force force, String served) {
        BlobBuilder blob = aRelease(9).with("fileUrls/*/completes/*", "'" + given + "'");
        Answering answering = the(blob).passingForceTo("https://a.example");

        assertThat(urlIn(answering.to(aClient().forced(force)))).isEqualTo(served);
    }

    @Test
    void aFileOnAForbiddenHostIsLeftOutOfTheAnswer() {
        Answering answering = the(aRelease(9)).allowing("{'a.example': ['Thunderbird']}");

        assertThat(answering.patchesTo(aClient())).isEmpty();
        assertThat(answering.to(aClient())).contains("    <update ").contains("\n    </update>\n");
        assertThat(answering.patchesTo(aClient().ofProduct("Thunderbird"))).hasSize(1);
    }

    @Test
    void theNextFileIsTriedWhereOneIsForbidden() {
        BlobBuilder blob = aRelease(9).with(COMPLETE, """
                        [{'from': '*', 'filesize': 1, 'hashValue': 'h', 'fileUrl': 'https://forbidden.example/1'},
                         {'from': '*', 'filesize': 1, 'hashValue': 'h', 'fileUrl': 'https://b.example/2'},
                         {'from': '*', 'filesize': 1, 'hashValue': 'h', 'fileUrl': 'https://b.example/3'}]
                        """);

        assertThat(urlIn(the(blob).allowing("{'b.example': ['Firefox']}").to(aClient())))
                .isEqualTo("https://b.example/2");
    }

    @Test
    void aPatchShowsItsHashSizeAndProof() {
        assertThat(the(aRelease(8)).patchesTo(aClient()))
                .containsExactly("<patch type=\"complete\" URL=\"https://a.example/c?os=win64&amp;lang=de\""
                        + " hashFunction=\"sha512\" hashValue=\"abc\" size=\"5\" binTransInclusionProof=\"proof\"/>");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "5.0, 5",
        "5e0, 5",
        "'''5''', 5",
        "1.5, 1.5",
        "1e-7, 1e-07",
        "12345678901234567890, 12345678901234567890"
    })
    void aSizeIsPrintedTheSameHoweverItIsSpelled(String json, String printed) {
        BlobBuilder blob = aRelease(9).with(COMPLETE, "[{'from': '*', 'hashValue': 'h', 'filesize': " + json + "}]");

        assertThat(the(blob).patchesTo(aClient()).getFirst()).endsWith(" size=\"" + printed + "\"/>");
    }

    private static String url(BlobBuilder blob, QueryBuilder query) {
        return urlIn(the(blob).to(query));
    }

    private static String urlIn(String answer) {
        int start = answer.indexOf(" URL=\"") + " URL=\"".length();
        return answer.substring(start, answer.indexOf('"', start));
    }
}
