package dev.rehearsal.probe.comparison.wire;

import dev.rehearsal.probe.comparison.Reply;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads HTTP/1.1 responses, one after the other. */
final class ResponseReader {

    private static final int LONGEST_LINE = 16_384;
    private static final int MOST_HEADERS = 200;
    private static final int LONGEST_BODY = 16 * 1024 * 1024;

    private final InputStream in;
    private boolean last;

    ResponseReader(InputStream in) {
        this.in = in;
    }

    /** Whether the server takes no other request here. */
    boolean wasLast() {
        return last;
    }

    Reply read() throws IOException {
        String line = line();
        String[] words = line.split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5]\\d\\d")) {
            throw new IOException("it does not speak HTTP/1.1");
        }
        int status = Integer.parseInt(words[1]);
        Map<String, String> headers = headers();
        if (status < 200) {
            return read();
        }
        last = words[0].equals("HTTP/1.0")
                || headers.getOrDefault("connection", "").equalsIgnoreCase("close");
        return new Reply(
                status,
                headers.getOrDefault("content-type", ""),
                headers.get("rule-id"),
                headers.get("rule-data-version"),
                headers.get("location"),
                body(status, headers));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            if (headers.size() > MOST_HEADERS) {
                throw new IOException("its answer has more than " + MOST_HEADERS + " headers");
            }
        }
        return headers;
    }

    private byte[] body(int status, Map<String, String> headers) throws IOException {
        if (status == 204 || status == 304) {
            return new byte[0];
        }
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            return chunks();
        }
        String length = headers.get("content-length");
        if (length == null) {
            last = true;
            return bounded(in.readNBytes(LONGEST_BODY + 1));
        }
        return exactly(size(length, 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(line().split(";", 2)[0], 16); size > 0; size = size(line().split(";", 2)[0], 16)) {
            body.writeBytes(exactly(size));
            bounded(body.size());
            line();
        }
        headers();
        return body.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("it closed the connection in the middle of an answer");
        }
        return bytes;
    }

    private static int size(String text, int radix) throws IOException {
        try {
            int size = Integer.parseInt(text.strip(), radix);
            bounded(size);
            return Math.max(0, size);
        } catch (NumberFormatException _) {
            throw new IOException("it says '" + text + "' where the length of an answer belongs");
        }
    }

    private static byte[] bounded(byte[] body) throws IOException {
        bounded(body.length);
        return body;
    }

    private static void bounded(int length) throws IOException {
        if (length > LONGEST_BODY) {
            throw new IOException("its answer is longer than 16 MB");
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        int octet = in.read();
        while (octet >= 0 && octet != '\n') {
            if (line.length() > LONGEST_LINE) {
                throw new IOException("a header of its answer is longer than 16 KB");
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
            octet = in.read();
        }
        if (octet < 0) {
            throw new EOFException("it closed the connection without an answer");
        }
        return line.toString();
    }
}
