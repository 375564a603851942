package dev.rehearsal.serve.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A private key where it is kept: in a file, or in a token that is reached by PKCS#11. Says in a sentence what is wrong with
 * what is configured.
 *
 * @param provider of the token; null for a key of this process
 * @param certified the public key, where the token has a certificate of it
 */
public record StoredKey(
        PrivateKey key,
        @Nullable Provider provider,
        @Nullable PublicKey certified) {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /**
     * Reads an unencrypted PKCS#8 key in PEM.
     *
     * @param option begins the names of its options
     * @param kind what it must be, such as {@code one for ECDSA on P-384}
     * @throws SignatureKeyException if it cannot be used
     */
    public static StoredKey inFile(String option, Path pem, String algorithm, String kind) {
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
            return new StoredKey(
                    KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded)), null, null);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw wrong(
                    "The key in '%s', which %s.pem names, cannot be used: it must be %s.".formatted(pem, option, kind),
                    e);
        }
    }

    /**
     * Finds a key in a token.
     *
     * @param configuration of the JDK's PKCS#11 provider
     * @throws SignatureKeyException if it cannot be used
     */
    public static StoredKey inToken(String option, Path configuration, @Nullable String alias, @Nullable Path pinFile) {
        String name = set(option, alias, "alias");
        char[] pin = firstLine(option, pinFile, "pin-file").toCharArray();
        try {
            Provider provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
            KeyStore token = KeyStore.getInstance("PKCS11", provider);
            token.load(null, pin);
            if (token.getKey(name, null) instanceof PrivateKey found) {
                Certificate certificate = token.getCertificate(name);
                return new StoredKey(found, provider, certificate == null ? null : certificate.getPublicKey());
            }
            throw wrong("The token of '%s' has no private key '%s'.".formatted(configuration, name), null);
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

    static String set(String option, @Nullable String value, String name) {
        if (value == null || value.isBlank() || !value.chars().allMatch(c -> c > ' ' && c < 127 && c != ';')) {
            throw wrong("%s.%s must be set, without blanks.".formatted(option, name), null);
        }
        return value;
    }

    static String firstLine(String option, @Nullable Path file, String name) {
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
