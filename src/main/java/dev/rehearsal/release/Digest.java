package dev.rehearsal.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 over a sequence of texts; each carries its length, so that no two sequences run into the same bytes. */
public final class Digest {

    private final MessageDigest sha256;

    public Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static ContentHash of(byte[] content) {
        Digest digest = new Digest();
        digest.sha256.update(content);
        return digest.hash();
    }

    /** Null differs from every text. */
    public Digest add(@Nullable String text) {
        if (text == null) {
            sha256.update((byte) '-');
            return this;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha256.update(bytes);
        return this;
    }

    public ContentHash hash() {
        return new ContentHash(HexFormat.of().formatHex(sha256.digest()));
    }
}
