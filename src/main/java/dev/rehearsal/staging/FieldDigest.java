package dev.rehearsal.staging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 over a sequence of fields, each with its length, so that no two sequences run into each other. */
final class FieldDigest {

    private static final int ABSENT = -1;

    private final MessageDigest digest;

    FieldDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    FieldDigest add(@Nullable String field) {
        if (field == null) {
            addLength(ABSENT);
            return this;
        }
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        addLength(bytes.length);
        digest.update(bytes);
        return this;
    }

    private void addLength(int length) {
        digest.update((byte) (length >>> 24));
        digest.update((byte) (length >>> 16));
        digest.update((byte) (length >>> 8));
        digest.update((byte) length);
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
