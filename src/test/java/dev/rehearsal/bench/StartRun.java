package dev.rehearsal.bench;

import dev.rehearsal.RehearsalApplication;
import dev.rehearsal.serve.RawHttp;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long it takes from the command to the first update of a serving node whose database is away: 10,000 rules, 300
 * releases, three test channels, out of the file that it has kept. Of {@code target/rehearsal.jar}, without and with a
 * cache of the classes that a start loads.
 */
public final class StartRun {

    private static final int RULES = 10_000;
    private static final int RELEASES = 300;
    private static final int STARTS = 7;
    private static final Path JAR = Path.of("target", "rehearsal.jar");

    private StartRun() {}

    public static void main(String[] arguments) throws Exception {
        if (!Files.exists(JAR)) {
            System.out.println("start: there is no " + JAR + ": ./dev build makes it");
            return;
        }
        Path folder = Files.createTempDirectory("start");
        Path kept = folder.resolve("snapshot");
        String url = fill(kept);
        Path cache = folder.resolve("classes.aot");
        System.out.printf(Locale.ROOT, "%d rules, %d releases, %d KB kept%n", RULES, RELEASES, Files.size(kept) >> 10);
        report("as it is", kept, url, List.of());
        millisToFirstUpdate(kept, url, List.of("-XX:AOTCacheOutput=" + cache));
        report("with a cache of classes", kept, url, List.of("-XX:AOTCache=" + cache));
    }

    /** @return a URL that is answered with an update */
    private static String fill(Path kept) throws IOException {
        try (ConfigurableApplicationContext application = SpringApplication.run(
                RehearsalApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=jdbc:h2:mem:start",
                "--rehearsal.snapshot.file=" + kept,
                LoadedTables.TOKEN,
                "--logging.level.root=warn")) {
            List<String> urls = new LoadedTables(application).fill(RULES, RELEASES);
            RawHttp http = new RawHttp(
                    application.getEnvironment().getRequiredProperty("local.server.port", Integer.class),
                    Duration.ofSeconds(30));
            for (String url : urls) {
                if (isUpdate(http, url + "?force=1")) {
                    return url + "?force=1";
                }
            }
            throw new IllegalStateException("nobody gets an update");
        }
    }

    private static void report(String how, Path kept, String url, List<String> options) throws Exception {
        long[] millis = new long[STARTS];
        for (int start = 0; start < STARTS; start++) {
            millis[start] = millisToFirstUpdate(kept, url, options);
        }
        Arrays.sort(millis);
        System.out.printf("%s: median %d ms, at worst %d ms%n", how, millis[STARTS / 2], millis[STARTS - 1]);
    }

    private static long millisToFirstUpdate(Path kept, String url, List<String> options) throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-jar",
                JAR.toString(),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + freePort() + "/away",
                "--rehearsal.nodes.role=serve",
                "--rehearsal.snapshot.file=" + kept));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            RawHttp http = new RawHttp(port, Duration.ofSeconds(30));
            while (!isUpdate(http, url)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("it ended: " + command);
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static boolean isUpdate(RawHttp http, String url) {
        try {
            return http.get(url).body().contains("<patch ");
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
