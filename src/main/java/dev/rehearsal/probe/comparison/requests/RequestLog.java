package dev.rehearsal.probe.comparison.requests;

import dev.rehearsal.probe.comparison.Counted;
import dev.rehearsal.probe.comparison.Request;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads logs and lists, packed by gzip or not. Lines that hold no update URL are counted. */
public final class RequestLog {

    /** A longer line is no request that a web server would take. */
    private static final int LONGEST_LINE = 65_536;

    private static final int BUFFER = 65_536;

    private RequestLog() {}

    public static Requests read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /** Reads until the end and leaves the stream open. */
    public static Requests read(InputStream in) throws IOException {
        Map<Request, Long> times = new LinkedHashMap<>();
        Lines lines = read(in, counted -> times.merge(counted.request(), counted.times(), Long::sum));
        return Requests.of(times, lines.withRequest() + lines.others(), lines.others());
    }

    /** The lines that were read, without empty ones and comments. */
    public record Lines(long withRequest, long others) {}

    /** Reads until the end, keeping nothing, and leaves the stream open. */
    public static Lines read(InputStream in, Consumer<Counted> to) throws IOException {
        Reader reader = new BufferedReader(
                new InputStreamReader(unpacked(new BufferedInputStream(in, BUFFER)), StandardCharsets.ISO_8859_1),
                BUFFER);
        LogLines lines = new LogLines();
        long with = 0;
        long others = 0;
        for (String line = nextLine(reader); line != null; line = nextLine(reader)) {
            Optional<Counted> found = lines.read(line);
            if (found.isPresent()) {
                to.accept(found.get());
                with++;
            } else if (!lines.isAside(line)) {
                others++;
            }
        }
        return new Lines(with, others);
    }

    /** Returns the next line, of which no more than the longest is kept; null at the end. */
    private static @Nullable String nextLine(Reader reader) throws IOException {
        StringBuilder line = new StringBuilder(256);
        int character = reader.read();
        if (character < 0) {
            return null;
        }
        while (character >= 0 && character != '\n') {
            if (character != '\r' && line.length() < LONGEST_LINE) {
                line.append((char) character);
            }
            character = reader.read();
        }
        return line.toString();
    }

    /** By the first two bytes, whatever the file is called. */
    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new GZIPInputStream(in, BUFFER) : in;
    }
}
