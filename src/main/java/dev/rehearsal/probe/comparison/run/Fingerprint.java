package dev.rehearsal.probe.comparison.run;

import dev.rehearsal.probe.comparison.Counted;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identifies a comparison by its sides, what is compared, and the requests: two runs with equal ones are the same. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Options options, Comparison comparison) {
        MessageDigest digest = sha256();
        add(digest, options.left() + " " + options.right() + " " + comparison.channels() + " " + options.rules());
        for (Counted counted : comparison.requests()) {
            add(digest, counted.times() + " " + counted.request());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
