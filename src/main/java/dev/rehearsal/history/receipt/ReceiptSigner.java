package dev.rehearsal.history.receipt;

import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs statements where there is a key, and remembers why it could not. */
class ReceiptSigner {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptSigner.class);

    private final @Nullable SigningKey key;
    private volatile @Nullable String trouble;

    /** @param key null where none is configured */
    ReceiptSigner(@Nullable SigningKey key) {
        this.key = key;
    }

    Optional<VerificationKey> verification() {
        return Optional.ofNullable(key).map(SigningKey::verification);
    }

    /** Returns nothing where there is no key, or where it cannot sign for now. */
    Optional<Envelope.Signed> sign(byte[] payload) {
        if (key == null) {
            return Optional.empty();
        }
        try {
            Envelope.Signed signed = key.sign(payload);
            if (trouble != null) {
                LOG.info("Receipts are signed again");
            }
            trouble = null;
            return Optional.of(signed);
        } catch (GeneralSecurityException e) {
            String said = String.valueOf(e.getMessage());
            if (!said.equals(trouble)) {
                LOG.error("Receipts cannot be signed for now, and are kept unsigned: {}", said);
            }
            trouble = said;
            return Optional.empty();
        }
    }

    /** Returns why the last attempt failed; empty while all is well. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }
}
