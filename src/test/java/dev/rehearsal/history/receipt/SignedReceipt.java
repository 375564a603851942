package dev.rehearsal.history.receipt;

import dev.rehearsal.blob.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPrivateKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small receipt with its key and its one subject, as whoever checks one has it. */
final class SignedReceipt {

    static final byte[] SUBJECT = "[{\"row\":\"rule\",\"key\":\"7\"}]".getBytes(StandardCharsets.UTF_8);

    private SignedReceipt() {}

    static SigningKey newKey() {
        try {
            return SigningKey.of((EdECPrivateKey)
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] payload(long number, @Nullable String previous) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("timeVerified", "2026-12-01T10:00:00.123Z");
        facts.put("resourceUri", "https://rehearsal.example/changes/7");
        facts.put("verificationResult", "PASSED");
        return Statement.json(
                List.of(new Statement.Subject("enacted.json", Digest.of(SUBJECT).value())),
                ReceiptKind.ENACTED.predicateType(),
                Predicate.chained("https://rehearsal.example", number, previous, facts));
    }

    static Envelope envelope(SigningKey key, byte[] payload) {
        try {
            return new Envelope(payload, List.of(key.sign(payload)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path write(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
