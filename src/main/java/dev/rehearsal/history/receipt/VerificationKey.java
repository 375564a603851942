package dev.rehearsal.history.receipt;

import dev.rehearsal.blob.Digest;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** A public key that checks receipts: Ed25519, or ECDSA with SHA-256 where a token signs. */
public final class VerificationKey {

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    private static final List<String> FACTORIES = List.of("Ed25519", "EC");

    private final PublicKey key;

    VerificationKey(PublicKey key) {
        this.key = key;
    }

    /** Reads the text of a PEM file. */
    static VerificationKey of(String pem) throws NoReceiptException {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new NoReceiptException("it holds no public key in PEM (" + BEGIN + ")");
        }
        byte[] encoded;
        try {
            encoded = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
        } catch (IllegalArgumentException wrong) {
            throw new NoReceiptException("its public key is no Base64", wrong);
        }
        for (String factory : FACTORIES) {
            try {
                return new VerificationKey(
                        KeyFactory.getInstance(factory).generatePublic(new X509EncodedKeySpec(encoded)));
            } catch (GeneralSecurityException another) {
                // One for the next algorithm, or for none.
            }
        }
        throw new NoReceiptException("its public key is none for Ed25519, and none for ECDSA either");
    }

    /** Returns the SHA-256 of its X.509 encoding, as 64 hex digits. */
    public String id() {
        return Digest.of(key.getEncoded()).value();
    }

    public String algorithm() {
        return isEdwards() ? "Ed25519" : "ECDSA with SHA-256";
    }

    static String signatureAlgorithm(String keyAlgorithm) {
        return keyAlgorithm.startsWith("Ed") ? "Ed25519" : "SHA256withECDSA";
    }

    private boolean isEdwards() {
        return key.getAlgorithm().startsWith("Ed");
    }

    public String pem() {
        return BEGIN + "\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()) + "\n" + END
                + "\n";
    }

    boolean hasSigned(byte[] bytes, byte[] signature) {
        try {
            Signature check = Signature.getInstance(signatureAlgorithm(key.getAlgorithm()));
            check.initVerify(key);
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException notOne) {
            return false;
        }
    }
}
