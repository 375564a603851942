package dev.rehearsal.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rehearsal.Share;
import dev.rehearsal.serve.RawHttp.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Whatever a client sends, it gets an answer at once, and nobody is told of a fault. */
class MutatedUrlsTest {

    private static final int URLS_PER_SEED = 2_000;

    private static final List<String> PIECES = List.of(
            "/",
            "//",
            "/./",
            "/../",
            "%",
            "%2",
            "%zz",
            "%00",
            "%2F",
            "%5C",
            "%C3%A9",
            "%FF",
            "%ED%A0%80",
            "%0A",
            "%25",
            "?",
            "&",
            "=",
            "+",
            ";",
            ":",
            ",",
            "..",
            "*",
            "<",
            ">",
            "\"",
            "\\",
            "^",
            "`",
            "{",
            "|",
            "}",
            "[",
            "]",
            "'",
            "esrpre",
            "-cck-",
            "x86%20",
            "#",
            "é",
            "\u2603",
            "a1",
            "b2",
            "9".repeat(40),
            "0",
            "-1",
            "force=1",
            "force=-1",
            "&pin=1.",
            "&pin=120.0.",
            "&mig64=1",
            "?avast=1",
            "/update/1/x.xml",
            "ISET:SSE2,MEM:",
            "JAWS:1",
            "a".repeat(900));

    private static ServedDataset served;
    private static RawHttp http;
    private static List<String> recorded;
    private static final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeAll
    static void serve() {
        served = ServedDataset.start();
        http = served.http(Duration.ofSeconds(1));
        recorded = Oracle.lines("queries.jsonl").stream()
                .map(query -> query.get("url").stringValue())
                .filter(url -> url.startsWith("/") && url.length() < 1000)
                .toList();
        log.start();
        rootLogger().addAppender(log);
    }

    @AfterAll
    static void stop() {
        rootLogger().detachAppender(log);
        served.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void areAnsweredWithinASecondWithoutAFault(long seed) throws IOException {
        Random random = new Random(seed);
        log.list.clear();
        List<String> failed = new ArrayList<>();
        for (int count = 0; count < urls(); count++) {
            String url = mutated(random);
            Reply reply = http.get(url);
            if (reply.status() >= 500) {
                failed.add(reply.status() + " for " + url);
            }
        }

        assertThat(failed).isEmpty();
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
    }

    private static int urls() {
        double share = Share.value();
        return (int) Math.ceil(URLS_PER_SEED * share);
    }

    private static String mutated(Random random) {
        StringBuilder url = new StringBuilder(recorded.get(random.nextInt(recorded.size())));
        int changes = 1 + random.nextInt(4);
        for (int change = 0; change < changes; change++) {
            int at = 1 + random.nextInt(url.length());
            int end = Math.min(url.length(), at + random.nextInt(6));
            switch (random.nextInt(5)) {
                case 0 -> url.insert(Math.min(at, url.length()), PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> url.delete(at, end);
                case 2 -> url.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
                case 3 -> url.insert(Math.min(at, url.length()), otherField(random));
                default -> url.insert(Math.min(at, url.length()), (char) (0x21 + random.nextInt(0x7E - 0x21)));
            }
        }
        return url.toString();
    }

    /** A field of another recorded URL, to bring values to places where they do not belong. */
    private static String otherField(Random random) {
        String[] fields = recorded.get(random.nextInt(recorded.size())).split("/");
        return fields.length == 0 ? "/" : fields[random.nextInt(fields.length)].replace('?', '&');
    }

    private static Logger rootLogger() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
