package dev.rehearsal.blob;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 over a sequence of texts; each carries its length, so that no two sequences run into the same bytes. */
public final class Digest {

    private static final int BUFFER_BYTES = 4096;

    private final MessageDigest sha256;
    /** Handing over many short texts one by one costs more than hashing them. */
    private final byte[] buffer = new byte[BUFFER_BYTES];

    private int buffered;

    public Digest() {
        sha256 = sha256();
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Returns the SHA-256 of bytes as they are. */
    public static ContentHash of(byte[] content) {
        return new ContentHash(HexFormat.of().formatHex(sha256().digest(content)));
    }

    /** Adds a text; none differs from every text. */
    public Digest add(@Nullable String text) {
        if (text == null) {
            append((byte) '-');
            return this;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        appendNumber(bytes.length);
        append((byte) ':');
        append(bytes);
        return this;
    }

    /** Ends the digest: nothing can be added afterwards. */
    public ContentHash hash() {
        flush();
        return new ContentHash(HexFormat.of().formatHex(sha256.digest()));
    }

    private void appendNumber(int number) {
        if (number >= 10) {
            appendNumber(number / 10);
        }
        append((byte) ('0' + number % 10));
    }

    private void append(byte[] bytes) {
        if (bytes.length > BUFFER_BYTES) {
            flush();
            sha256.update(bytes);
            return;
        }
        if (buffered + bytes.length > BUFFER_BYTES) {
            flush();
        }
        System.arraycopy(bytes, 0, buffer, buffered, bytes.length);
        buffered += bytes.length;
    }

    private void append(byte single) {
        if (buffered == BUFFER_BYTES) {
            flush();
        }
        buffer[buffered++] = single;
    }

    private void flush() {
        sha256.update(buffer, 0, buffered);
        buffered = 0;
    }
}
