package dev.rehearsal.probe.comparison.requests;

import dev.rehearsal.problem.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Takes bytes apart into lines, a character for each byte. No more of a line is kept than a web server would take as a request. */
final class ByteLines {

    private static final int LONGEST_KEPT = 65_536;
    /** What has no end of a line for longer is nothing that is read by lines, such as a few bytes that unpack to gigabytes. */
    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[LONGEST_KEPT];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private int at;
    private int end;
    private long number;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /** Returns the number of the line that was read last, from 1 on. */
    long number() {
        return number;
    }

    /**
     * Returns the next line that holds anything, without its end; null after the last.
     *
     * @throws RefusedException if it is far too long for a line
     */
    @Nullable
    String next() throws IOException {
        while (isFilled() && buffer[at] == '\n') {
            at++;
            number++;
        }
        if (!isFilled()) {
            return null;
        }
        number++;
        line.reset();
        int length = 0;
        while (isFilled()) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            line.write(buffer, from, Math.min(at - from, LONGEST_KEPT - line.size()));
            length += at - from;
            if (length > LONGEST) {
                throw RefusedException.invalid(
                        "requests", "hold no lines: line %d is longer than %,d bytes".formatted(number, LONGEST));
            }
            if (at < end) {
                at++;
                break;
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1).replace("\r", "");
    }

    private boolean isFilled() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return end > 0;
    }
}
