package dev.rehearsal.notice.outgoing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs a webhook's requests, and writes itself as Standard Webhooks has it. A shared secret signs by HMAC-SHA256; a
 * pair of keys by Ed25519, so that whoever receives cannot sign.
 */
public sealed interface WebhookSecret {

    /** Returns what is kept: whoever has it can sign. */
    String text();

    /** Returns what receivers check signatures of a pair of keys with; null where that is the secret itself. */
    @Nullable
    String publicKey();

    /** Returns the signature of a message with its version, such as {@code v1,K5oZ…}. */
    String sign(String message, long seconds, String body);

    /** @throws IllegalArgumentException for what is none */
    static WebhookSecret of(String text) {
        if (text.startsWith(Shared.PREFIX)) {
            return new Shared(decoded(text, Shared.PREFIX));
        }
        if (text.startsWith(Pair.PREFIX)) {
            byte[] key = decoded(text, Pair.PREFIX);
            if (key.length == Pair.BYTES) {
                return new Pair(key);
            }
        }
        throw new IllegalArgumentException("is no secret of a webhook");
    }

    /** Makes a new shared secret of 256 random bits. */
    static WebhookSecret shared() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new Shared(bytes);
    }

    /** Makes a new pair of keys. */
    static WebhookSecret pair() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] both = Arrays.copyOf(seed, Pair.BYTES);
            System.arraycopy(encoded, encoded.length - Pair.HALF, both, Pair.HALF, Pair.HALF);
            return new Pair(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String text, String prefix) {
        return Base64.getDecoder().decode(text.substring(prefix.length()));
    }

    private static byte[] signed(String message, long seconds, String body) {
        return "%s.%d.%s".formatted(message, seconds, body).getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Known to both sides. */
    final class Shared implements WebhookSecret {

        private static final String PREFIX = "whsec_";

        private final byte[] key;

        private Shared(byte[] key) {
            this.key = key;
        }

        @Override
        public String text() {
            return PREFIX + encoded(key);
        }

        @Override
        public @Nullable String publicKey() {
            return null;
        }

        @Override
        public String sign(String message, long seconds, String body) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return "v1," + encoded(mac.doFinal(signed(message, seconds, body)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A private key with the public one behind it. */
    final class Pair implements WebhookSecret {

        private static final String PREFIX = "whsk_";
        private static final String PUBLIC_PREFIX = "whpk_";
        private static final int HALF = 32;
        private static final int BYTES = 2 * HALF;

        private final byte[] key;

        private Pair(byte[] key) {
            this.key = key;
        }

        @Override
        public String text() {
            return PREFIX + encoded(key);
        }

        @Override
        public String publicKey() {
            return PUBLIC_PREFIX + encoded(Arrays.copyOfRange(key, HALF, BYTES));
        }

        @Override
        public String sign(String message, long seconds, String body) {
            try {
                PrivateKey seed = KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, Arrays.copyOf(key, HALF)));
                Signature signature = Signature.getInstance("Ed25519");
                signature.initSign(seed);
                signature.update(signed(message, seconds, body));
                return "v1a," + encoded(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
