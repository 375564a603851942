package dev.rehearsal.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The metrics that dashboards and alerts may rely on, in {@code metrics.txt}: name, type and labels. */
public final class Metrics {

    private Metrics() {}

    /** Name to type and labels. */
    public static SortedMap<String, String> listed() {
        SortedMap<String, String> listed = new TreeMap<>();
        try (var list = Objects.requireNonNull(Metrics.class.getResourceAsStream("metrics.txt"))) {
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(" ", 2))
                    .forEach(line -> listed.put(line[0], line[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return listed;
    }
}
