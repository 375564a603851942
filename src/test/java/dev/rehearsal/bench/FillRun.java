package dev.rehearsal.bench;

import dev.rehearsal.RehearsalApplication;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.dataset.RuleSheet;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.mirror.BalrogStandIn;
import dev.rehearsal.mirror.BalrogState;
import dev.rehearsal.serve.RawHttp;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an empty installation fills from a Balrog that it begins to follow, at the rate of requests that it has by itself: how
 * long it takes until it serves, and the most memory that its process holds. 10,000 rules, {@code -Dfill.releases=500}
 * releases of about 1 MB, every other one of the second API, {@code -Dfill.heap=768m}.
 */
public final class FillRun {

    private static final int RULES = 10_000;
    private static final int RELEASES = 500;
    private static final int LOCALES_TIMES = 4;
    private static final long SEED = 42;
    private static final Pattern READY = Pattern.compile("Rehearsal is ready: http://localhost:(\\d+)");
    private static final Pattern WHOLE = Pattern.compile("(/v2)?/releases/Release-(\\d+)");

    /** Describes each release alike: all have the same locales, and none has ever changed. */
    private static final String VERSIONS = BalrogStandIn.versionsOfNew(GeneratedReleases.blob(0, LOCALES_TIMES))
            .toString();

    private FillRun() {}

    public static void main(String[] arguments) throws Exception {
        int releases = Integer.getInteger("fill.releases", RELEASES);
        AtomicInteger requests = new AtomicInteger();
        try (BalrogStandIn balrog = new BalrogStandIn(state(releases), path -> {
            requests.incrementAndGet();
            return whole(path);
        })) {
            run("H2", "jdbc:h2:file:" + Files.createTempDirectory("fill").resolve("h2"), "sa", balrog.url(), requests);
            run("PostgreSQL", TestDatabase.newPostgres(), "postgres", balrog.url(), requests);
        }
    }

    /** What lists tell; the contents are made when they are asked for. */
    private static BalrogState state(int releases) {
        BalrogState state = new BalrogState();
        for (Rule rule : GeneratedRules.table(RULES, SEED)) {
            ObjectNode row = JsonMapper.shared().valueToTree(RuleSheet.row(rule));
            state.addRule(row.put("mapping", "Release-" + rule.id().value() % releases));
        }
        JsonNode shared = GeneratedReleases.blob(0, LOCALES_TIMES);
        for (int number = 0; number < releases; number++) {
            if (isOfSecondApi(number)) {
                state.addSecond("Release-" + number, "Firefox", shared);
            } else {
                state.addFirst("Release-" + number, "Firefox", shared);
            }
        }
        return state;
    }

    private static boolean isOfSecondApi(int number) {
        return number % 2 == 1;
    }

    private static BalrogStandIn.@Nullable Instead whole(String path) {
        Matcher asked = WHOLE.matcher(path);
        if (!asked.matches()) {
            return null;
        }
        int number = Integer.parseInt(asked.group(2));
        String blob = GeneratedReleases.blob(number, LOCALES_TIMES).toString();
        return new BalrogStandIn.Instead(
                200,
                isOfSecondApi(number)
                        ? "{\"blob\": %s, \"data_versions\": %s, \"sc_blob\": {}}".formatted(blob, VERSIONS)
                        : blob);
    }

    private static void run(String name, String url, String user, String balrog, AtomicInteger requests)
            throws Exception {
        requests.set(0);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + System.getProperty("fill.heap", "768m"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RehearsalApplication.class.getName(),
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + user,
                        "--rehearsal.follow.url=" + balrog,
                        "--rehearsal.follow.token=a-token"))
                .redirectErrorStream(true)
                .start();
        try {
            RawHttp http = new RawHttp(port(process), Duration.ofSeconds(30));
            while (http.get("/__heartbeat__").status() != 200) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.1f s until it serves (%.1f s of processors), %d requests, at most %d MB of memory%n",
                    name,
                    ImportRun.seconds(System.nanoTime() - start),
                    ImportRun.seconds(process.info()
                            .totalCpuDuration()
                            .orElse(Duration.ZERO)
                            .toNanos()),
                    requests.get(),
                    ImportRun.mostMemory(process.pid()) / 1_000);
        } finally {
            // Of the handle: what the process still says is read to its end.
            process.toHandle().destroy();
            process.waitFor(1, TimeUnit.MINUTES);
        }
    }

    /** Goes on reading what the process says: it would wait for somebody to. */
    private static int port(Process process) throws IOException {
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(System.out::println));
                return Integer.parseInt(ready.group(1));
            }
            System.out.println(line);
        }
        throw new IllegalStateException("it ended before it was ready");
    }
}
