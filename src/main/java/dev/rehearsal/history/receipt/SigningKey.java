package dev.rehearsal.history.receipt;

import java.io.Serial;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A key that signs receipts: of this process, or in a token. */
final class SigningKey {

    private final PrivateKey key;
    private final @Nullable Provider provider;
    private final VerificationKey verification;

    /**
     * @param provider of the token; null for a key of this process
     * @throws GeneralSecurityException if it cannot sign, or is none of the public key
     */
    SigningKey(PrivateKey key, @Nullable Provider provider, PublicKey publicKey) throws GeneralSecurityException {
        this.key = key;
        this.provider = provider;
        this.verification = new VerificationKey(publicKey);
        byte[] probe = Envelope.signedBytes(new byte[0]);
        if (!verification.hasSigned(probe, signature(probe))) {
            throw new GeneralSecurityException("its signatures do not fit its public key");
        }
    }

    /** Takes a key of Ed25519 alone: its public key follows from it. */
    static SigningKey of(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow(() -> new GeneralSecurityException("it cannot be read"));
        return new SigningKey(key, null, publicKey(seed));
    }

    /** The JDK makes the public key only where it makes the private one, too, of the bytes that it is given as random. */
    private static PublicKey publicKey(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Known(seed));
        return generator.generateKeyPair().getPublic();
    }

    private static final class Known extends SecureRandom {

        @Serial
        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        Known(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] into) {
            System.arraycopy(bytes, 0, into, 0, Math.min(bytes.length, into.length));
        }
    }

    VerificationKey verification() {
        return verification;
    }

    /** @throws GeneralSecurityException if there is no signature for now, such as while a token is away */
    Envelope.Signed sign(byte[] payload) throws GeneralSecurityException {
        byte[] signature = signature(Envelope.signedBytes(payload));
        return new Envelope.Signed(verification.id(), Base64.getEncoder().encodeToString(signature));
    }

    private byte[] signature(byte[] bytes) throws GeneralSecurityException {
        String algorithm = VerificationKey.signatureAlgorithm(key.getAlgorithm());
        try {
            Signature signature =
                    provider == null ? Signature.getInstance(algorithm) : Signature.getInstance(algorithm, provider);
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (RuntimeException e) {
            // What providers throw where a token is gone.
            throw new GeneralSecurityException(e.getMessage(), e);
        }
    }
}
