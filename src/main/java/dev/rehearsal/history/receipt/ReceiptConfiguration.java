package dev.rehearsal.history.receipt;

import dev.rehearsal.serve.NodeRole;
import dev.rehearsal.serve.signature.SignatureKeyException;
import dev.rehearsal.serve.signature.StoredKey;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.interfaces.EdECPrivateKey;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what signs receipts of what is configured; says in a sentence what is wrong with that. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReceiptOptions.class)
class ReceiptConfiguration {

    private static final String OPTION = "rehearsal.receipts";
    private static final String EDWARDS = "one for Ed25519";

    /** A node that enacts nothing needs no key, and is not asked for one. */
    @Bean
    ReceiptSigner receiptSigner(ReceiptOptions options, @Value(NodeRole.OPTION) NodeRole role) {
        return new ReceiptSigner(role.isForAdmins() ? key(options) : null);
    }

    static @Nullable SigningKey key(ReceiptOptions options) {
        Path pem = set(options.pem());
        Path token = set(options.pkcs11());
        if (pem != null && token != null) {
            throw new SignatureKeyException("Only one of %1$s.pem and %1$s.pkcs11 can be set.".formatted(OPTION), null);
        }
        try {
            if (pem != null) {
                StoredKey stored = StoredKey.inFile(OPTION, pem, "Ed25519", EDWARDS);
                if (stored.key() instanceof EdECPrivateKey key) {
                    return SigningKey.of(key);
                }
                throw new GeneralSecurityException("it is not " + EDWARDS);
            }
            return token == null ? null : inToken(options, token);
        } catch (GeneralSecurityException e) {
            throw new SignatureKeyException("The key of %s cannot sign: %s.".formatted(OPTION, e.getMessage()), e);
        }
    }

    /** An option that is set to nothing is not set. */
    private static @Nullable Path set(@Nullable Path file) {
        return file == null || file.toString().isBlank() ? null : file;
    }

    private static SigningKey inToken(ReceiptOptions options, Path configuration) throws GeneralSecurityException {
        StoredKey stored = StoredKey.inToken(OPTION, configuration, options.alias(), options.pinFile());
        if (stored.certified() == null) {
            throw new GeneralSecurityException(
                    "the token has no certificate of it, from which its public key is known");
        }
        return new SigningKey(stored.key(), stored.provider(), stored.certified());
    }
}
