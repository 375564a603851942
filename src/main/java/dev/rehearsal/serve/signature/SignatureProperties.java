package dev.rehearsal.serve.signature;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The options that say whose answers are signed, and by what.
 *
 * @param products by product: those whose XML answers are signed, whatever they offer
 * @param json signs every JSON answer that offers something
 */
@ConfigurationProperties("rehearsal.signature")
public record SignatureProperties(
        @DefaultValue Map<String, Key> products, @Nullable Key json) {

    /**
     * A key on this machine, in a token, or kept by an Autograph server: exactly one of {@code pem}, {@code pkcs11} and
     * {@code autograph}.
     *
     * @param pem a file with an unencrypted PKCS#8 key for ECDSA on P-384
     * @param pkcs11 a configuration file of the JDK's PKCS#11 provider
     * @param alias names the key in the token
     * @param pinFile holds the token's PIN in its first line
     * @param x5u where clients find the chain of certificates; Autograph tells its own
     * @param autograph the server's address, without {@code /sign/hash}
     * @param keyId names the key there
     * @param user of Hawk
     * @param secretFile holds the secret of Hawk in its first line
     */
    public record Key(
            @Nullable Path pem,
            @Nullable Path pkcs11,
            @Nullable String alias,
            @Nullable Path pinFile,
            @Nullable String x5u,
            @Nullable URI autograph,
            @Nullable String keyId,
            @Nullable String user,
            @Nullable Path secretFile) {}
}
