package dev.rehearsal.probe.comparison.requests;

import dev.rehearsal.probe.comparison.Counted;
import dev.rehearsal.probe.comparison.Request;
import dev.rehearsal.problem.RefusedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads logs and lists, packed by gzip or not. Lines that hold no update URL are counted. */
public final class RequestLog {

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

    /**
     * Reads until the end, keeping nothing, and leaves the stream open.
     *
     * @throws RefusedException with the number of a line that counts wrongly, or that is no line
     */
    public static Lines read(InputStream in, Consumer<Counted> to) throws IOException {
        ByteLines bytes = new ByteLines(unpacked(new BufferedInputStream(in, BUFFER)));
        LogLines lines = new LogLines();
        long with = 0;
        long others = 0;
        for (String line = bytes.next(); line != null; line = bytes.next()) {
            if (line.isEmpty()) {
                continue;
            }
            Optional<Counted> found = read(lines, line, bytes.number());
            if (found.isPresent()) {
                to.accept(found.get());
                with++;
            } else if (!lines.isAside(line)) {
                others++;
            }
        }
        return new Lines(with, others);
    }

    private static Optional<Counted> read(LogLines lines, String line, long number) {
        try {
            return lines.read(line);
        } catch (RefusedException wrong) {
            throw wrong.at("line %d, ".formatted(number));
        }
    }

    /** By the first two bytes, whatever the file is called. */
    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new GZIPInputStream(in, BUFFER) : in;
    }
}
