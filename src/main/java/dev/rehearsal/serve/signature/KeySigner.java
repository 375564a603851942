package dev.rehearsal.serve.signature;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Signs with a key that this process can use: its own, or one in a token. */
final class KeySigner implements Signer {

    /** What is signed is a digest already; {@code r} and {@code s} stand one after the other, without ASN.1. */
    private static final String ALGORITHM = "NONEwithECDSAinP1363Format";

    private final PrivateKey key;
    private final @Nullable Provider provider;
    private final String x5u;

    /** @param provider of the token; null for a key of this process */
    KeySigner(PrivateKey key, @Nullable Provider provider, String x5u) {
        this.key = key;
        this.provider = provider;
        this.x5u = x5u;
    }

    @Override
    public Signed sign(byte[] digest) {
        try {
            Signature signature =
                    provider == null ? Signature.getInstance(ALGORITHM) : Signature.getInstance(ALGORITHM, provider);
            signature.initSign(key);
            signature.update(digest);
            return new Signed(x5u, Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new SigningException("the key cannot sign: " + e.getMessage(), e);
        }
    }
}
