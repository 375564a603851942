package dev.rehearsal.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends requests byte for byte as they are given, which no HTTP client does. */
public final class RawHttp {

    private final int port;
    private final Duration patience;

    public RawHttp(int port, Duration patience) {
        this.port = port;
        this.patience = patience;
    }

    public record Reply(int status, Map<String, String> headers, String body) {

        public @Nullable String header(String name) {
            return headers.get(name);
        }

        /** The content type without its parameters. */
        public String mediaType() {
            String type = headers.getOrDefault("Content-Type", "");
            int semicolon = type.indexOf(';');
            return semicolon < 0 ? type : type.substring(0, semicolon);
        }
    }

    public Reply get(String target) throws IOException {
        return send("GET", target, Map.of());
    }

    public Reply send(String method, String target, Map<String, String> headers) throws IOException {
        StringBuilder request = new StringBuilder(method)
                .append(' ')
                .append(target.isEmpty() ? "/" : target)
                .append(" HTTP/1.1\r\nConnection: close\r\n");
        if (!headers.containsKey("Host")) {
            request.append("Host: localhost\r\n");
        }
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        request.append("\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) patience.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(request.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
            return read(socket.getInputStream());
        }
    }

    private static Reply read(InputStream in) throws IOException {
        byte[] all = in.readAllBytes();
        int end = endOfHeaders(all);
        String[] lines = new String(all, 0, end, StandardCharsets.ISO_8859_1).split("\r\n");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int at = 1; at < lines.length; at++) {
            int colon = lines[at].indexOf(':');
            headers.put(
                    lines[at].substring(0, colon),
                    lines[at].substring(colon + 1).trim());
        }
        byte[] body = "chunked".equals(headers.get("Transfer-Encoding")) ? joined(all, end + 4) : rest(all, end + 4);
        return new Reply(Integer.parseInt(lines[0].split(" ")[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    private static int endOfHeaders(byte[] all) throws IOException {
        for (int at = 0; at + 3 < all.length; at++) {
            if (all[at] == '\r' && all[at + 1] == '\n' && all[at + 2] == '\r' && all[at + 3] == '\n') {
                return at;
            }
        }
        throw new IOException("No answer, or only a part: " + all.length + " bytes");
    }

    private static byte[] rest(byte[] all, int from) {
        return java.util.Arrays.copyOfRange(all, from, all.length);
    }

    private static byte[] joined(byte[] all, int from) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = from;
        while (true) {
            int lineEnd = at;
            while (all[lineEnd] != '\r') {
                lineEnd++;
            }
            int size = Integer.parseInt(new String(all, at, lineEnd - at, StandardCharsets.US_ASCII), 16);
            if (size == 0) {
                return body.toByteArray();
            }
            body.write(all, lineEnd + 2, size);
            at = lineEnd + 2 + size + 2;
        }
    }
}
