package dev.rehearsal.notice.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {

    /** The private and the public key of the first test vector of RFC 8032. */
    private static final String SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    private static final String PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    /** Begins the DER form of every public key of Ed25519. */
    private static final String DER = "302a300506032b6570032100";

    private static WebhookSecret pair(String hex) {
        return WebhookSecret.of(
                "whsk_" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)));
    }

    /** The example of the specification. */
    @Test
    void aSharedSecretSignsAsTheSpecificationSays() {
        WebhookSecret secret = WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    /** Made by {@code openssl pkeyutl -sign -rawin} with the key of RFC 8032. */
    @Test
    void aPairOfKeysSignsAsOpensslDoes() {
        assertThat(pair(SEED + PUBLIC).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo(
                        "v1a,fldxM4gAKugP6nnt1hdz3sgGfZ6d99nzrMFnZOELIxbzEHoVmAb2ADpkJK7zgPePmPsle0zV9jSeGlHFG2NVAw==");
    }

    @Test
    void thePublicKeyOfAPairIsItsSecondHalf() {
        assertThat(pair(SEED + PUBLIC).publicKey())
                .isEqualTo("whpk_"
                        + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(PUBLIC)));
    }

    @Test
    void aNewPairSignsWhatItsPublicKeyChecks() throws Exception {
        WebhookSecret made = WebhookSecret.of(WebhookSecret.pair().text());
        byte[] signature =
                Base64.getDecoder().decode(made.sign("msg_1", 7, "{}").substring("v1a,".length()));
        byte[] key = Base64.getDecoder()
                .decode(Objects.requireNonNull(made.publicKey()).substring("whpk_".length()));

        PublicKey known = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        HexFormat.of().parseHex(DER + HexFormat.of().formatHex(key))));
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(known);
        check.update("msg_1.7.{}".getBytes(StandardCharsets.UTF_8));

        assertThat(check.verify(signature)).isTrue();
    }

    @Test
    void aNewSecretHas256BitsAndIsReadAgain() {
        WebhookSecret made = WebhookSecret.shared();

        assertThat(Base64.getDecoder().decode(made.text().substring("whsec_".length())))
                .hasSize(32);
        assertThat(WebhookSecret.of(made.text()).sign("msg_1", 7, "{}")).isEqualTo(made.sign("msg_1", 7, "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "whpk_AAAA", "whsk_AAAA", "whsec_not base64"})
    void whateverElseIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> WebhookSecret.of(text));
    }
}
