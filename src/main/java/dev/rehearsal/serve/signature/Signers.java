package dev.rehearsal.serve.signature;

import dev.rehearsal.serve.signature.SignatureProperties.Key;
import java.net.URI;
import java.nio.file.Path;
import java.security.interfaces.ECKey;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes signers of what is configured; says in a sentence what is wrong with that. */
final class Signers {

    private static final int BITS = 384;

    private final String option;
    private final Key key;

    private Signers(String option, Key key) {
        this.option = option;
        this.key = key;
    }

    /** @param option begins the names of the options of this key */
    static Signer signer(String option, Key key, Clock clock) {
        long ways = Stream.of(key.pem(), key.pkcs11(), key.autograph())
                .filter(Objects::nonNull)
                .count();
        if (ways != 1) {
            throw new SignatureKeyException(
                    "Exactly one of %1$s.pem, %1$s.pkcs11 and %1$s.autograph must be set, not %2$d of them."
                            .formatted(option, ways),
                    null);
        }
        Signers made = new Signers(option, key);
        if (key.autograph() != null) {
            return made.autograph(key.autograph(), clock);
        }
        return key.pem() == null ? made.token(Objects.requireNonNull(key.pkcs11())) : made.own(key.pem());
    }

    private Signer autograph(URI server, Clock clock) {
        if (server.getHost() == null || !Stream.of("http", "https").anyMatch(server.getScheme()::equalsIgnoreCase)) {
            throw wrong(
                    option + ".autograph must be a URL such as https://autograph.example, not '" + server + "'.", null);
        }
        return new AutographSigner(
                server,
                StoredKey.set(option, key.keyId(), "key-id"),
                new Hawk(
                        StoredKey.set(option, key.user(), "user"),
                        StoredKey.firstLine(option, key.secretFile(), "secret-file")),
                clock);
    }

    private Signer own(Path pem) {
        return signer(StoredKey.inFile(option, pem, "EC", "one for ECDSA on P-384"));
    }

    private Signer token(Path configuration) {
        return signer(StoredKey.inToken(option, configuration, key.alias(), key.pinFile()));
    }

    private Signer signer(StoredKey found) {
        if (found.key() instanceof ECKey curve
                && curve.getParams().getCurve().getField().getFieldSize() != BITS) {
            throw wrong("The key of %s is not one on P-384.".formatted(option), null);
        }
        KeySigner signer = new KeySigner(found.key(), found.provider(), StoredKey.set(option, key.x5u(), "x5u"));
        try {
            signer.sign(new byte[BITS / 8]);
            return signer;
        } catch (SigningException e) {
            throw wrong("The key of %s cannot sign: %s.".formatted(option, e.getMessage()), e);
        }
    }

    private static SignatureKeyException wrong(String sentence, @Nullable Throwable cause) {
        return new SignatureKeyException(sentence, cause);
    }
}
