package dev.rehearsal.access;

import dev.rehearsal.blob.Digest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** The text of a token is a prefix that scanners for leaked secrets can tell, and 256 random bits. */
final class TokenText {

    static final String PREFIX = "rht_";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private TokenText() {}

    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** SHA-256 in hex. A fast hash is enough: nobody guesses 256 bits. */
    static String hash(String token) {
        return Digest.of(token.getBytes(StandardCharsets.UTF_8)).value();
    }
}
