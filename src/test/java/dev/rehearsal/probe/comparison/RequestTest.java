package dev.rehearsal.probe.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {

    @ParameterizedTest
    @CsvSource({
        "/update/1/a, /update/1/a?force=1",
        "/update/1/a?, /update/1/a?force=1",
        "/update/1/a?force=-1, /update/1/a?force=1",
        "/update/1/a?force=1?avast=1, /update/1/a?force=1",
        "/update/1/a?mig64=1&force=1&pin=100., /update/1/a?mig64=1&pin=100.&force=1",
        "/update/1/a?forced=1, /update/1/a?forced=1&force=1",
        "/update/1/a b, /update/1/a%20b?force=1",
        "/update/1/%zz, /update/1/%zz?force=1",
        "/update/1/a#b, /update/1/a?force=1",
        "HTTPS://x.example/update/1/a, /update/1/a?force=1",
    })
    void keepsItsOwnQueryApartFromTheForce(String url, String asked) {
        assertThat(request(url).forced(Force.MAPPING)).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({
        "/update/6/P/1/2/T/de/release/os/x/y/z/update.xml, /update/6/P/1/2/T/de/release-cdntest/os/x/y/z/update.xml",
        "/update/1/P/1/2/T/de/release-cck-x/update.xml?pin=1., /update/1/P/1/2/T/de/release-cdntest-cck-x/update.xml?pin=1.",
        "/json/1/P/1/T/release/update.json, /json/1/P/1/T/release-cdntest/update.json",
    })
    void isAskedOnAnotherChannelWithItsPartner(String url, String asked) {
        assertThat(new Channels("release", "release-cdntest")
                        .onTheRight(request(url))
                        .target())
                .isEqualTo(asked);
    }

    @Test
    void isOfNoOtherChannelThatBeginsAlike() {
        assertThat(new Channels("release", "x").concern(request("/update/1/P/1/2/T/de/release-cdntest/update.xml")))
                .isFalse();
    }

    private static Request request(String url) {
        return Request.of(url, false).orElseThrow();
    }
}
