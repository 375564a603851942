package dev.rehearsal.bench;

import dev.rehearsal.RehearsalApplication;
import dev.rehearsal.TestDatabase;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a large dataset comes into an empty database: how long it takes until the program serves, how long it says nothing
 * meanwhile, the most memory that its process holds, and how much the database grows. {@code -Dimport.releases=500} releases
 * of about 1 MB, {@code -Dimport.heap=768m}.
 */
public final class ImportRun {

    private static final int RELEASES = 500;
    private static final int LOCALES_TIMES = 4;
    private static final String HEAP = "768m";

    private ImportRun() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("import-bench");
        try {
            Path dataset = folder.resolve("dataset.json");
            int releases = Integer.getInteger("import.releases", RELEASES);
            write(dataset, releases);
            System.out.printf(
                    Locale.ROOT, "%d releases, a dataset of %d MB%n", releases, Files.size(dataset) / 1_000_000);
            Path h2 = folder.resolve("h2");
            run("H2", dataset, "jdbc:h2:file:" + h2, "sa");
            System.out.printf(Locale.ROOT, "  its file: %d MB%n", Files.size(folder.resolve("h2.mv.db")) / 1_000_000);
            if (Boolean.getBoolean("import.h2only")) {
                return;
            }
            String postgres = TestDatabase.newPostgres();
            run("PostgreSQL", dataset, postgres, "postgres");
            System.out.printf(Locale.ROOT, "  its database: %d MB%n", size(postgres) / 1_000_000);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void write(Path file, int releases) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"rules\": [");
            for (int number = 0; number < releases; number++) {
                out.write(
                        "%s{\"rule_id\": %d, \"priority\": %d, \"backgroundRate\": 100, \"update_type\": \"minor\", \"mapping\": \"Release-%d\"}"
                                .formatted(number == 0 ? "" : ",", number + 1, number, number));
            }
            out.write("], \"releases\": [");
            for (int number = 0; number < releases; number++) {
                ObjectNode blob = GeneratedReleases.blob(number, LOCALES_TIMES);
                out.write("%s{\"name\": \"Release-%d\", \"product\": \"Firefox\", \"blob\": %s}"
                        .formatted(number == 0 ? "" : ",\n", number, blob));
            }
            out.write("]}");
        }
    }

    private static void run(String name, Path dataset, String url, String user) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + System.getProperty("import.heap", HEAP),
                "-cp",
                System.getProperty("java.class.path"),
                RehearsalApplication.class.getName(),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user,
                "--rehearsal.import=" + dataset));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader lines = process.inputReader()) {
            long last = start;
            long silent = 0;
            String line = lines.readLine();
            while (line != null && !line.contains("Rehearsal is ready")) {
                long now = System.nanoTime();
                silent = Math.max(silent, now - last);
                last = now;
                if (Boolean.getBoolean("import.told")) {
                    System.out.println("    " + line);
                }
                line = lines.readLine();
            }
            long ready = System.nanoTime();
            silent = Math.max(silent, ready - last);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.1f s until it serves (%.1f s of processors), silent for at most %.1f s, at most %d MB of memory%n",
                    name,
                    seconds(ready - start),
                    seconds(process.info()
                            .totalCpuDuration()
                            .orElse(Duration.ZERO)
                            .toNanos()),
                    seconds(silent),
                    mostMemory(process.pid()) / 1_000);
        } finally {
            process.destroy();
            process.waitFor(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS);
        }
    }

    static long size(String postgres) {
        return JdbcClient.create(new DriverManagerDataSource(postgres))
                .sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    /** In kilobytes, as Linux counts them. */
    static long mostMemory(long process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
