package dev.rehearsal.bench;

import dev.rehearsal.RehearsalApplication;
import dev.rehearsal.probe.comparison.run.CommandLine;
import dev.rehearsal.probe.comparison.wire.Time;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long it takes to compare two servers over 100,000 different update URLs: two applications with the tables of
 * {@link LoadedTables} each, on loopback in this process, where the comparison runs as well. Live and test channels are mixed.
 *
 * <p>Each URL is asked four times: of both sides, with {@code force=1} and with {@code force=-1}. The second round is of other
 * URLs, on servers that are warm.
 */
public final class CompareRun {

    private static final int RULES = 10_000;
    private static final int RELEASES = 300;
    private static final int URLS = Integer.getInteger("compare.urls", 100_000);
    private static final int ROUNDS = 2;
    private static final int CONNECTIONS = 16;

    /** Faster than it can go, so that nothing but the work takes time. */
    private static final int RATE = 1_000_000;

    private CompareRun() {}

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext left = start("left");
                ConfigurableApplicationContext right = start("right")) {
            NewUrls urls = new NewUrls(new LoadedTables(left).fill(RULES, RELEASES));
            new LoadedTables(right).fill(RULES, RELEASES);
            for (int round = 0; round < ROUNDS; round++) {
                compare(left, right, urls.take(URLS));
            }
        }
    }

    private static void compare(
            ConfigurableApplicationContext left, ConfigurableApplicationContext right, List<String> urls)
            throws Exception {
        Path requests = Files.createTempFile("compare", ".txt");
        try {
            Files.write(requests, urls);
            long begun = System.nanoTime();
            int code = new CommandLine(
                            InputStream.nullInputStream(), System.out, System.err, Time.SYSTEM, Clock.systemUTC())
                    .run(List.of(
                            "--left=" + url(left),
                            "--right=" + url(right),
                            "--requests=" + requests,
                            "--connections=" + CONNECTIONS,
                            "--rate=" + RATE,
                            "--longest-cache=1s"));
            System.out.printf(
                    Locale.ROOT,
                    "%n%,d URLs, %d connections to each side: %.1f s, exit code %d%n%n",
                    URLS,
                    CONNECTIONS,
                    (System.nanoTime() - begun) / 1e9,
                    code);
        } finally {
            Files.delete(requests);
        }
    }

    private static ConfigurableApplicationContext start(String name) {
        return SpringApplication.run(
                RehearsalApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=jdbc:h2:mem:" + name,
                "--spring.jmx.enabled=false",
                LoadedTables.TOKEN,
                "--logging.level.root=warn");
    }

    private static String url(ConfigurableApplicationContext application) {
        return "http://127.0.0.1:"
                + application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
