package dev.rehearsal;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program as tests start it in a process of its own: as a jar, with a cache of the classes that a start loads, which
 * takes a third off each. Both are made when they are first asked for, for all processes that run tests.
 */
public final class Program {

    private static final Path FOLDER = Path.of("target", "program");
    private static final Path JAR = FOLDER.resolve("rehearsal.jar");
    private static final Path CACHE = FOLDER.resolve("rehearsal.aot");

    /** The cache is of use only to a start with the same. */
    private static final List<String> MACHINE =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-Xlog:disable");

    private static final List<String> COMMAND = prepared();

    private Program() {}

    /** Returns the command that starts it; its options follow. */
    public static List<String> command() {
        return COMMAND;
    }

    private static List<String> prepared() {
        try {
            Files.createDirectories(FOLDER);
            try (FileChannel alone = FileChannel.open(
                            FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = alone.lock()) {
                if (!Files.exists(CACHE) || isOlderThanTheClasses(CACHE)) {
                    Files.deleteIfExists(CACHE);
                    pack();
                    rehearse();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return command("-XX:AOTCache=" + CACHE.toAbsolutePath());
    }

    private static boolean isOlderThanTheClasses(Path file) throws IOException {
        FileTime made = Files.getLastModifiedTime(file);
        try (Stream<Path> classes = Files.find(
                classes(),
                Integer.MAX_VALUE,
                (_, attributes) -> attributes.lastModifiedTime().compareTo(made) > 0)) {
            return classes.findAny().isPresent();
        }
    }

    private static void pack() {
        int code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--create",
                        "--no-compress",
                        "--file",
                        JAR.toString(),
                        "-C",
                        classes().toString(),
                        ".");
        if (code != 0) {
            throw new IllegalStateException("The program could not be packed");
        }
    }

    /** Starts it once, and ends it as soon as it is ready; at its end it writes what it has loaded. */
    private static void rehearse() throws IOException {
        List<String> command = new ArrayList<>(command("-XX:AOTCacheOutput=" + CACHE.toAbsolutePath()));
        command.addAll(
                List.of("--server.port=0", "--server.address=127.0.0.1", "--spring.datasource.url=jdbc:h2:mem:x"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("Rehearsal is ready")) {
                    process.toHandle().destroy();
                }
            }
            process.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> command(String cache) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(MACHINE);
        command.add(cache);
        command.addAll(List.of("-cp", classpath(), RehearsalApplication.class.getName()));
        return List.copyOf(command);
    }

    /** Without tests; a cache is of jars alone. */
    private static String classpath() {
        return Stream.concat(
                        Stream.of(JAR.toAbsolutePath().toString()),
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> entry.endsWith(".jar")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path classes() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith(".jar") && !entry.endsWith("test-classes"))
                .map(Path::of)
                .filter(entry -> Files.exists(
                        entry.resolve(Objects.requireNonNull(RehearsalApplication.class.getName())
                                        .replace('.', '/') + ".class")))
                .findFirst()
                .orElseThrow();
    }
}
