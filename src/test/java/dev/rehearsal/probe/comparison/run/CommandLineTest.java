package dev.rehearsal.probe.comparison.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.probe.comparison.wire.SetTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole runs against two servers on loopback; time passes only where the run sleeps. */
class CommandLineTest {

    private static final String XML = "<?xml version=\"1.0\"?>\n<updates>\n</updates>";

    private final SetTime time = new SetTime();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private UpdateServer left;

    @SuppressWarnings("NullAway.Init")
    private UpdateServer right;

    @BeforeEach
    void start() throws IOException {
        left = new UpdateServer();
        right = new UpdateServer();
    }

    @AfterEach
    void stop() {
        left.close();
        right.close();
    }

    @Test
    void endsWithNothingWhereBothAnswerAlike() {
        assertThat(compare(urls(20))).isZero();
    }

    @Test
    void asksBothSidesOfTheDice() {
        compare(path(1) + "?mig64=1");
        assertThat(right.asked()).containsExactly(path(1) + "?mig64=1&force=1", path(1) + "?mig64=1&force=-1");
    }

    @Test
    void asksEqualRequestsOnce() {
        compare(path(1) + "\n" + path(1) + "\n7 " + path(1));
        assertThat(left.asked()).hasSize(2);
    }

    @Test
    void readsAnswersInChunks() {
        right.answer(exchange -> UpdateServer.sayInChunks(exchange, XML));
        assertThat(compare(urls(3))).isZero();
    }

    @Test
    void tellsWhatDiffersInAGroup() {
        right.answer(exchange -> UpdateServer.say(
                exchange, 200, exchange.getRequestURI().getPath().contains("/149.0.3/") ? "9" : "1", XML));
        assertThat(compare(urls(5))).isEqualTo(1);
        assertThat(text(out)).contains("1 request, in 1 group", "another rule: rule 1, on the right rule 9", path(3));
    }

    @Test
    void callsMovingWhatDiffersNoLongerAfterTheLongestCache() {
        AtomicInteger asked = new AtomicInteger();
        right.answer(exchange -> UpdateServer.say(exchange, 200, asked.getAndIncrement() == 0 ? "9" : "1", XML));
        assertThat(compare(path(1))).isZero();
        assertThat(text(out)).contains("moving     1 request").contains("different  0 requests");
    }

    @Test
    void waitsForTheLongestCacheBeforeItAsksAgain() {
        right.answer(exchange -> UpdateServer.say(exchange, 200, "9", XML));
        compare(path(1), "--longest-cache=2m");
        assertThat(time.nanos()).isBetween(120_000_000_000L, 121_000_000_000L);
    }

    @Test
    void triesAgainWhereAConnectionIsDropped() {
        AtomicInteger asked = new AtomicInteger();
        left.answer(exchange -> {
            if (asked.getAndIncrement() % 3 == 0) {
                exchange.close();
            } else {
                UpdateServer.nothing(exchange);
            }
        });
        assertThat(compare(urls(5))).isZero();
    }

    @Test
    void triesAgainWhereAServerIsTooBusy() {
        AtomicInteger asked = new AtomicInteger();
        left.answer(exchange -> UpdateServer.say(exchange, asked.getAndIncrement() == 0 ? 503 : 200, "1", XML));
        assertThat(compare(path(1))).isZero();
    }

    @Test
    void callsDifferentWhatOneSideDoesNotAnswer() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        right.answer(exchange -> {
            if (exchange.getRequestURI().getPath().contains("/149.0.1/")) {
                await(over);
            }
            UpdateServer.nothing(exchange);
        });
        try {
            assertThat(compare(urls(3), "--timeout=150ms", "--retries=0", "--connections=1"))
                    .isEqualTo(1);
            assertThat(text(out)).contains("(200, on the right no answer)", "it did not answer within 150 ms");
        } finally {
            over.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void endsWithASentenceWhereASideIsAway() {
        right.close();
        assertThat(compare(urls(20))).isEqualTo(2);
        assertThat(text(err))
                .contains("Not compared: The right side, " + right.url() + ", is away: it takes no connections.");
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        right.answer(exchange -> {
            if (right.asked().size() > 10) {
                exchange.close();
            } else {
                UpdateServer.nothing(exchange);
            }
        });
        String[] resumed = {"--resume=" + folder.resolve("state"), "--connections=1", "--retries=0"};
        assertThat(compare(urls(8), resumed)).isEqualTo(2);
        left.asked().clear();
        right.answer(UpdateServer::nothing);
        assertThat(compare(urls(8), resumed)).isZero();
        assertThat(left.asked()).hasSize(6).noneMatch(url -> url.contains("/149.0.5/"));
        assertThat(text(out)).contains("same       8 requests");
    }

    @Test
    void keepsWhatDifferedForTheReport() {
        right.answer(exchange -> UpdateServer.say(exchange, 200, "9", XML));
        String resumed = "--resume=" + folder.resolve("state");
        compare(urls(2), resumed);
        String first = text(out);
        out.reset();
        compare(urls(2), resumed);
        assertThat(text(out)).isEqualTo(first);
    }

    @Test
    void asksAgainWhatWasCutShortInTheState() throws IOException {
        Path state = folder.resolve("state");
        compare(urls(2), "--resume=" + state);
        String whole = Files.readString(state);
        Files.writeString(state, whole.substring(0, whole.length() - 5));
        left.asked().clear();
        compare(urls(2), "--resume=" + state);
        assertThat(left.asked()).hasSize(2);
    }

    @Test
    void refusesTheStateOfAnotherComparison() {
        String resumed = "--resume=" + folder.resolve("state");
        compare(urls(2), resumed);
        assertThat(compare(urls(3), resumed)).isEqualTo(2);
        assertThat(text(err)).contains("is no state of this comparison");
    }

    @Test
    void comparesTwoChannelsOfOneServer() {
        left.answer(exchange -> UpdateServer.say(
                exchange,
                200,
                "1",
                "<updates><update appVersion=\"1.0\" buildID=\"2\"><patch URL=\"https://x/"
                        + exchange.getRequestURI().getPath() + "\"/></update></updates>"));
        String beta = path(1).replace("/release/", "/beta/");
        assertThat(run(List.of(
                        "--left=" + left.url(),
                        "--right=" + left.url(),
                        "--requests=" + file(urls(3) + beta),
                        "--left-channel=release",
                        "--right-channel=release-cdntest")))
                .isZero();
        assertThat(text(out))
                .contains("3 requests differ in nothing else", "1 requests of other channels were left out");
        assertThat(left.asked()).contains(path(1).replace("/release/", "/release-cdntest/") + "?force=1");
    }

    @Test
    void readsStandardInput() {
        CommandLine command = command(path(1) + "\nrubbish\n");
        assertThat(command.run(List.of("--left=" + left.url(), "--right=" + right.url(), "--requests=-")))
                .isZero();
        assertThat(text(out)).contains("1 request, from standard input (2 lines, 1 of them without an update URL)");
    }

    @ParameterizedTest
    @CsvSource({"json, \"is_same\" : true", "html, <p class=\"result good\">"})
    void writesReportsIntoFiles(String format, String part) throws IOException {
        Path report = folder.resolve("report");
        compare(urls(2), "--format=" + format, "--output=" + report);
        assertThat(Files.readString(report)).contains(part);
        assertThat(text(out)).isEmpty();
    }

    @Nested
    class WrongUse {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "--left=x --right=http://a --requests=f | x' is no URL of a server",
                    "--right=http://a --requests=f | --left=… is missing",
                    "--left=http://a --right=http://u@a --requests=f | holds more than a server and a path",
                    "--left=http://a --right=http://a --requests=f --rate=0 | --rate=0: give a number from 1",
                    "--left=http://a --right=http://a --requests=f --timeout=soon | give a time such as",
                    "--left=http://a --right=http://a --requests=f --format=pdf | give text, json or html",
                    "--left=http://a --right=http://a --requests=f --speed=1 | there is no option --speed",
                    "--left=http://a --right=http://a --requests=f --left-channel=x | goes with --right-channel",
                    "--left=http://a --right=http://a --requests=f --output=/no/such/file | can be written",
                    "--left=http://a --right=http://a --requests=/no/such/file | there is no file /no/such/file",
                    "--left=http://a --left=http://a --requests=f | --left is given twice",
                    "left | left' is no option",
                })
        void isToldInASentence(String words, String sentence) {
            assertThat(run(List.of(words.split(" ")))).isEqualTo(2);
            assertThat(text(err)).startsWith("Not compared: ").contains(sentence);
        }

        @Test
        void isAFileWithoutUpdateUrls() {
            assertThat(compare("nothing\n")).isEqualTo(2);
            assertThat(text(err)).contains("holds no update URL in 1 lines");
        }

        @Test
        void isToAskForOneChannelWithRequestsOfSeveral() {
            assertThat(compare(path(1) + "\n" + path(2).replace("/release/", "/beta/"), "--right-channel=x"))
                    .isEqualTo(2);
            assertThat(text(err)).contains("of several channels (beta, release)");
        }
    }

    @Test
    void explainsItself() {
        assertThat(run(List.of("--help"))).isZero();
        assertThat(text(out)).contains("usage:", "--longest-cache", "exit code:");
    }

    private int compare(String requests, String... more) {
        List<String> words = new ArrayList<>(
                List.of("--left=" + left.url(), "--right=" + right.url(), "--requests=" + file(requests)));
        words.addAll(List.of(more));
        return run(words);
    }

    private int run(List<String> words) {
        return command("").run(words);
    }

    private CommandLine command(String in) {
        return new CommandLine(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                time,
                Clock.fixed(Instant.parse("2026-11-01T10:00:00Z"), ZoneOffset.UTC));
    }

    private Path file(String text) {
        try {
            return Files.writeString(folder.resolve("requests"), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String urls(int count) {
        StringBuilder urls = new StringBuilder();
        for (int number = 1; number <= count; number++) {
            urls.append(path(number)).append('\n');
        }
        return urls.toString();
    }

    private static String path(int number) {
        return "/update/2/Firefox/149.0." + number + "/20260101000000/WINNT_x86_64-msvc/de/release/os/update.xml";
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
