package dev.rehearsal.notice.outgoing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** A POST of JSON, or a HEAD, to be sent once. */
public record Request(String method, URI url, SequencedMap<String, String> headers, String body) {

    private static final String HEAD = "HEAD";

    public Request(URI url, SequencedMap<String, String> headers, String body) {
        this("POST", url, headers, body);
    }

    /** Asks whether there is an answer, and not for its content. */
    public static Request head(URI url) {
        return new Request(HEAD, url, new LinkedHashMap<>(), "");
    }

    /** Returns the bytes that go over the connection, which ends with the answer. */
    byte[] bytes() {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        StringBuilder head = new StringBuilder(method)
                .append(' ')
                .append(path)
                .append(url.getRawQuery() == null ? "" : "?" + url.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(url.getHost())
                .append(url.getPort() < 0 ? "" : ":" + url.getPort())
                .append("\r\nConnection: close\r\nUser-Agent: Rehearsal\r\n");
        if (!method.equals(HEAD)) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(content.length)
                    .append("\r\n");
        }
        for (Map.Entry<String, String> header : headers.entrySet()) {
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[first.length + content.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(content, 0, all, first.length, content.length);
        return all;
    }

    boolean isEncrypted() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    int port() {
        int named = url.getPort();
        return named >= 0 ? named : isEncrypted() ? 443 : 80;
    }
}
