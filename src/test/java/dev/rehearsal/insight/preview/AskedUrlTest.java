package dev.rehearsal.insight.preview;

import static dev.rehearsal.matching.QueryBuilder.aQuery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedUrlTest {

    private static final String PATH = "/update/3/Firefox/1.0/1/WINNT/de/release/OS/default/default/update.xml";

    @ParameterizedTest
    @ValueSource(
            strings = {
                PATH,
                " " + PATH + " ",
                "update/3/Firefox/1.0/1/WINNT/de/release/OS/default/default/update.xml",
                "https://aus.example" + PATH,
                "http://localhost:8080" + PATH,
                "//update/3//Firefox/1.0/1/WINNT/de/release/OS/default/default/update.xml"
            })
    void aUrlIsReadHoweverItWasCopied(String text) {
        assertThat(AskedUrl.of(text).read().query().channel()).isEqualTo("release");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://aus.example", "/", "/update/3/Firefox", "/api/rules", "https://", "release"})
    void whatIsNoUpdateUrlIsRefusedInASentence(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AskedUrl.of(text).read())
                .withMessageStartingWith("This is no update URL. One looks like /update/6/Product/");
    }

    @Test
    void theChannelIsReplacedAndTheQueryStringStays() {
        assertThat(AskedUrl.of(PATH + "?force=1").on("release", "release-cdntest"))
                .map(AskedUrl::path)
                .contains("/update/3/Firefox/1.0/1/WINNT/de/release-cdntest/OS/default/default/update.xml?force=1");
    }

    @Test
    void onlyTheChannelIsReplacedWhereAnotherPartIsCalledTheSame() {
        assertThat(AskedUrl.of("/update/1/release/1.0/1/release/de/release/update.xml")
                        .on("release", "beta"))
                .map(AskedUrl::path)
                .contains("/update/1/release/1.0/1/release/de/beta/update.xml");
    }

    @Test
    void theChannelOfAJsonUrlIsReplaced() {
        assertThat(AskedUrl.of("/json/1/VPN/1.0/WINNT/release/update.json").on("release", "beta"))
                .map(AskedUrl::path)
                .contains("/json/1/VPN/1.0/WINNT/beta/update.json");
    }

    @Test
    void aChannelInEscapesIsLeftAlone() {
        assertThat(AskedUrl.of("/update/1/P/1.0/1/B/de/%72elease/update.xml").on("release", "beta"))
                .isEmpty();
    }

    @Test
    void aClientMadeUpAsksByTheUrlThatSaysAsMuch() {
        assertThat(AskedUrl.of(aQuery().withMemory(4096)
                        .withJaws(true)
                        .withMig64(false)
                        .build()))
                .map(AskedUrl::path)
                .contains("/update/6/Firefox/120.0/20231116134553/WINNT_x86_64-msvc-x64/de/release/"
                        + "Windows_NT%2010.0.0.0.19045%20%28x64%29/ISET%3ASSE4_2%2CMEM%3A4096%2CJAWS%3A1/default/default/"
                        + "update.xml?mig64=0");
    }

    @Test
    void whatNoUrlSaysHasNone() {
        assertThat(AskedUrl.of(aQuery().withHeaderArchitecture("PPC").build())).isEmpty();
        assertThat(AskedUrl.of(aQuery().inDistribution("a/b").build())).isEmpty();
        assertThat(AskedUrl.of(aQuery().withBuildId("").build())).isEmpty();
    }
}
