package dev.rehearsal.probe.comparison.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.probe.comparison.Counted;
import dev.rehearsal.probe.comparison.Request;
import dev.rehearsal.problem.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogLinesTest {

    private static final String PATH =
            "/update/3/Firefox/149.0/20260101000000/WINNT_x86_64-msvc/de/release/Windows_NT%2010.0/default/default/update.xml";

    static Stream<Arguments> lines() {
        return Stream.of(
                line("a path", PATH, PATH),
                line("a URL", "https://aus5.example.org" + PATH, PATH),
                line("a URL with a query", "http://aus5.example.org:8080" + PATH + "?mig64=1", PATH + "?mig64=1"),
                line("a request", "GET " + PATH + " HTTP/1.1", PATH),
                line("a path with a space", PATH.replace("%20", " ") + " 200 12", PATH),
                line("a path that is no route", "/update/9/x 200", "/update/9/x"),
                line(
                        "the common log format",
                        "192.0.2.1 - - [01/Nov/2026:10:00:00 +0000] \"GET " + PATH + " HTTP/1.1\" 200 512",
                        PATH),
                line(
                        "the combined log format",
                        "192.0.2.1 - anna [01/Nov/2026:10:00:00 +0000] \"GET " + PATH
                                + "?force=1 HTTP/2.0\" 200 512 \"-\" \"Mozilla/5.0 (X11)\"",
                        PATH),
                line(
                        "what nginx escapes",
                        "192.0.2.1 - - [x] \"GET /update/1/a\\x22b/c HTTP/1.1\" 200 1 \"-\" \"-\"",
                        "/update/1/a\"b/c"),
                line(
                        "what Apache escapes",
                        "192.0.2.1 - - [x] \"GET /update/1/a\\\"b HTTP/1.1\" 200 1",
                        "/update/1/a\"b"),
                line(
                        "a load balancer of AWS",
                        "https 2026-11-01T10:00:00.18Z app/lb/50 192.0.2.1:2817 10.0.0.1:80 0.0 0.0 0.0 200 200 0 57"
                                + " \"GET https://aus5.example.org:443" + PATH
                                + " HTTP/1.1\" \"curl/7.46.0\" ECDHE TLSv1.2 arn:aws:x \"Root=1-5\" \"-\" \"-\"",
                        PATH),
                line(
                        "CloudFront, whose escapes are escaped",
                        "2026-11-01\t10:00:00\tFRA2\t512\t192.0.2.1\tGET\td.cloudfront.net\t" + PATH.replace("%", "%25")
                                + "\t200\t-\tMozilla/5.0\tmig64=1&force=1\t-\tHit",
                        PATH + "?mig64=1"),
                line("JSON with a request", "{\"request\": \"GET " + PATH + " HTTP/1.1\", \"status\": 200}", PATH),
                line(
                        "JSON with path and query",
                        "{\"method\": \"GET\", \"path\": \"" + PATH + "\", \"query\": \"mig64=1\"}",
                        PATH + "?mig64=1"),
                line(
                        "JSON with a URL inside an object",
                        "{\"httpRequest\": {\"requestMethod\": \"GET\", \"requestUrl\": \"https://aus5.example.org"
                                + PATH + "\"}}",
                        PATH),
                line("words", "aus5 10:00 " + PATH + " 200", PATH),
                line("another byte", "/update/1/\u0085/x", "/update/1/\u0085/x"),
                line(
                        "JSON routes",
                        "/json/1/FirefoxVPN/2.0/WINNT_x86_64/release/update.json",
                        "/json/1/FirefoxVPN/2.0/WINNT_x86_64/release/update.json"));
    }

    private static Arguments line(String what, String line, String target) {
        return Arguments.of(what, line, target);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void findsTheRequestIn(String what, String line, String target) {
        assertThat(new LogLines().read(line).map(Counted::request)).as(what).contains(new Request(target, false));
    }

    @Test
    void takesTheCountInFront() {
        assertThat(new LogLines().read("   1234 " + PATH)).contains(new Counted(new Request(PATH, false), 1234));
    }

    @Test
    void takesTheCountOfJson() {
        assertThat(new LogLines()
                        .read("{\"url\": \"" + PATH + "\", \"count\": 7}")
                        .map(Counted::times))
                .contains(7L);
    }

    @Test
    void keepsPowerPcApart() {
        assertThat(new LogLines().read("- \"GET " + PATH + " HTTP/1.1\" 200 1 \"-\" \"Mozilla/5.0 (Macintosh; PPC)\""))
                .map(Counted::request)
                .contains(new Request(PATH, true));
    }

    @Test
    void followsTheNamesOfColumns() {
        LogLines lines = new LogLines();
        lines.read("#Fields: cs-uri-stem cs-method cs-uri-query");
        assertThat(lines.read(PATH.replace("%", "%25") + "X\tGET\t-").map(Counted::request))
                .contains(new Request(PATH + "X", false));
    }

    @ParameterizedTest
    @MethodSource
    void findsNoneIn(String line) {
        assertThat(new LogLines().read(line)).isEmpty();
    }

    static List<String> findsNoneIn() {
        return List.of(
                "nothing",
                "/__heartbeat__",
                "https://example.org/updates",
                "192.0.2.1 - - [x] \"GET / HTTP/1.1\" 200 1 \"https://x.example" + PATH + "\" \"-\"",
                "192.0.2.1 - - [x] \"POST " + PATH + " HTTP/1.1\" 200 1",
                "{\"method\": \"POST\", \"path\": \"" + PATH + "\"}",
                "{\"path\": \"/\"}",
                "{broken",
                "\"GET unclosed",
                "\\\"".repeat(30_000));
    }

    @Test
    void countsWhatHoldsNoUpdateUrl() throws IOException {
        Requests requests = RequestLog.read(
                stream(("# list\n\n" + PATH + "\r\n/\n" + PATH + "?force=-1\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(requests).isEqualTo(new Requests(List.of(new Counted(new Request(PATH, false), 2)), 3, 1, 0));
    }

    @Test
    void unpacksByContent() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(PATH.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(RequestLog.read(stream(packed.toByteArray())).counted()).hasSize(1);
    }

    @Test
    void readsNoMoreOfALineThanAServerWould() throws IOException {
        byte[] endless = new byte[300_000];
        Arrays.fill(endless, (byte) 'x');
        assertThat(RequestLog.read(stream(endless)).withoutUpdateUrl()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 ", "-5 ", "+0 ", "9223372036854775808 ", "123456789012345678901234567890 "})
    void refusesACountThatNoRequestHasWithTheNumberOfItsLine(String count) {
        byte[] list = ("# list\n\n7 " + PATH + "\n" + count + PATH + "\n").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> RequestLog.read(stream(list)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("line 4, count")
                .hasMessageContaining("at least once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "99999999999999999999"})
    void refusesSuchACountOfJsonToo(String count) {
        byte[] list = ("{\"url\": \"" + PATH + "\", \"count\": " + count + "}").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> RequestLog.read(stream(list)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("line 1, count");
    }

    @Test
    void refusesWhatHasNoLinesInsteadOfUnpackingItAll() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write((PATH + "\n").getBytes(StandardCharsets.UTF_8));
            gzip.write(new byte[3 << 20]);
        }

        assertThatThrownBy(() -> RequestLog.read(stream(packed.toByteArray())))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("line 2 is longer than");
    }

    @Test
    void readsALineThatIsReadInPieces() throws IOException {
        String filler = "\n".repeat(65_530);
        Requests requests = RequestLog.read(stream((filler + PATH + "\r\n" + PATH).getBytes(StandardCharsets.UTF_8)));

        assertThat(requests).isEqualTo(new Requests(List.of(new Counted(new Request(PATH, false), 2)), 2, 0, 0));
    }

    @Test
    void readsNothingFromNothing() throws IOException {
        assertThat(RequestLog.read(stream(new byte[0])).areNone()).isTrue();
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
