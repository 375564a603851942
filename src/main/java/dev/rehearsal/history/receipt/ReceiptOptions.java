package dev.rehearsal.history.receipt;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The options that say what signs receipts: nothing, or one of {@code pem} and {@code pkcs11}.
 *
 * @param pem a file with an unencrypted PKCS#8 key for Ed25519
 * @param pkcs11 a configuration file of the JDK's PKCS#11 provider
 * @param alias names the key in the token, and its certificate
 * @param pinFile holds the token's PIN in its first line
 */
@ConfigurationProperties("rehearsal.receipts")
public record ReceiptOptions(
        @Nullable Path pem,
        @Nullable Path pkcs11,
        @Nullable String alias,
        @Nullable Path pinFile) {}
