package dev.rehearsal.serve.signature;

/** Signs digests with one key. Safe for use by many threads. */
interface Signer {

    /**
     * Signs what SHA-384 has made of an answer.
     *
     * @throws SigningException if there is no signature for now
     */
    Signed sign(byte[] digest);

    /**
     * @param x5u where the chain of certificates is
     * @param signature {@code r} and {@code s}, 48 bytes each, as URL-safe Base64 without padding
     */
    record Signed(String x5u, String signature) {

        String header() {
            return "x5u=" + x5u + "; p384ecdsa=" + signature;
        }
    }
}
