package dev.rehearsal.probe.comparison.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the findings of a run until it is over, a line of JSON each. The first line says which comparison they are of.
 * A line that is cut short, since the run was ended while it was written, is left out, and so is what got no answer.
 */
final class StateFile implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Head(String comparison) {}

    private final Map<Integer, SavedFinding> found;
    private final Writer writer;

    private StateFile(Map<Integer, SavedFinding> found, Writer writer) {
        this.found = found;
        this.writer = writer;
    }

    /** Keeps nothing. */
    static StateFile none() {
        return new StateFile(Map.of(), Writer.nullWriter());
    }

    /**
     * Goes on with a file, or makes it.
     *
     * @param comparison what is compared, as a digest
     * @throws WrongUseException where the file is of something else
     */
    static StateFile at(Path file, String comparison) throws IOException {
        List<String> lines = Files.exists(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
        if (!lines.isEmpty() && !isOf(lines.getFirst(), comparison)) {
            throw new WrongUseException(
                    "--resume=" + file + " is no state of this comparison: give another file, or delete it");
        }
        Map<Integer, SavedFinding> found = new TreeMap<>();
        lines.stream()
                .skip(1)
                .flatMap(line -> finding(line).stream())
                .filter(one -> !one.isUnanswered())
                .forEach(one -> found.put(one.at(), one));
        rewrite(file, comparison, found.values());
        BufferedWriter writer = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
        return new StateFile(found, writer);
    }

    private static boolean isOf(String line, String comparison) {
        try {
            return new Head(comparison).equals(JSON.readValue(line, Head.class));
        } catch (JacksonException _) {
            return false;
        }
    }

    private static Optional<SavedFinding> finding(String line) {
        try {
            return Optional.of(JSON.readValue(line.getBytes(StandardCharsets.ISO_8859_1), SavedFinding.class));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static void rewrite(Path file, String comparison, Collection<SavedFinding> found) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (BufferedWriter writer = Files.newBufferedWriter(fresh)) {
            writer.write(line(new Head(comparison)));
            for (SavedFinding finding : found) {
                writer.write(line(finding));
            }
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String line(Object value) {
        return JSON.writeValueAsString(value) + "\n";
    }

    /** Returns what was found before this run, by the place of the request. */
    Map<Integer, SavedFinding> found() {
        return found;
    }

    synchronized void add(SavedFinding finding) {
        try {
            writer.write(line(finding));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    synchronized void flush() {
        try {
            writer.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
