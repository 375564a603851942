package dev.rehearsal.serve.signature;

import dev.rehearsal.serve.signature.SignatureProperties.Key;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.interfaces.ECKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes signers of what is configured; says in a sentence what is wrong with that. */
final class Signers {

    private static final int BITS = 384;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

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
                set(key.keyId(), "key-id"),
                new Hawk(set(key.user(), "user"), firstLine(key.secretFile(), "secret-file")),
                clock);
    }

    private Signer own(Path pem) {
        try {
            String text = Files.readString(pem);
            int begin = text.indexOf(BEGIN);
            int end = text.indexOf(END);
            if (begin < 0 || end < begin) {
                throw wrong(
                        "'%s', which %s.pem names, holds no unencrypted PKCS#8 key (%s).".formatted(pem, option, BEGIN),
                        null);
            }
            byte[] encoded = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
            return signer(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded)), null);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw wrong(
                    "The key in '%s', which %s.pem names, cannot be used: it must be one for ECDSA on P-384."
                            .formatted(pem, option),
                    e);
        }
    }

    private Signer token(Path configuration) {
        String alias = set(key.alias(), "alias");
        char[] pin = firstLine(key.pinFile(), "pin-file").toCharArray();
        try {
            Provider provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
            KeyStore token = KeyStore.getInstance("PKCS11", provider);
            token.load(null, pin);
            if (token.getKey(alias, null) instanceof PrivateKey found) {
                return signer(found, provider);
            }
            throw wrong("The token of '%s' has no private key '%s'.".formatted(configuration, alias), null);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            if (e instanceof SignatureKeyException told) {
                throw told;
            }
            throw wrong(
                    "The token of '%s', which %s.pkcs11 names, cannot be used: %s"
                            .formatted(configuration, option, e.getMessage()),
                    e);
        }
    }

    private Signer signer(PrivateKey found, @Nullable Provider provider) {
        if (found instanceof ECKey curve
                && curve.getParams().getCurve().getField().getFieldSize() != BITS) {
            throw wrong("The key of %s is not one on P-384.".formatted(option), null);
        }
        KeySigner signer = new KeySigner(found, provider, set(key.x5u(), "x5u"));
        try {
            signer.sign(new byte[BITS / 8]);
            return signer;
        } catch (SigningException e) {
            throw wrong("The key of %s cannot sign: %s.".formatted(option, e.getMessage()), e);
        }
    }

    private String set(@Nullable String value, String name) {
        if (value == null || value.isBlank() || !value.chars().allMatch(c -> c > ' ' && c < 127 && c != ';')) {
            throw wrong("%s.%s must be set, without blanks.".formatted(option, name), null);
        }
        return value;
    }

    private String firstLine(@Nullable Path file, String name) {
        if (file == null) {
            throw wrong("%s.%s must be set.".formatted(option, name), null);
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException | UncheckedIOException e) {
            throw wrong("%s.%s must be a text file that can be read, not '%s'.".formatted(option, name, file), e);
        }
    }

    private static SignatureKeyException wrong(String sentence, @Nullable Throwable cause) {
        return new SignatureKeyException(sentence, cause);
    }
}
