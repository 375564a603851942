package dev.rehearsal.history.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.serve.signature.SignatureKeyException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    private static final String PKCS8 = "302e020100300506032b657004220420";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static String pem(byte[] encoded) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(encoded)
                + "\n-----END PRIVATE KEY-----\n";
    }

    private Path file(String text) {
        return SignedReceipt.write(folder, "key.pem", text.getBytes(StandardCharsets.UTF_8));
    }

    private static ReceiptOptions options(@Nullable Path pem, @Nullable Path token) {
        return new ReceiptOptions(pem, token, null, null);
    }

    /** TEST 2 of RFC 8032, section 7.1. */
    @Test
    void theSecretKeyOfTheStandardHasThePublicKeyOfTheStandard() throws GeneralSecurityException {
        byte[] secret =
                HexFormat.of().parseHex(PKCS8 + "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        EdECPrivateKey key =
                (EdECPrivateKey) KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(secret));

        String pem = SigningKey.of(key).verification().pem();

        byte[] encoded = Base64.getMimeDecoder().decode(pem.lines().toList().get(1));
        assertThat(HexFormat.of().formatHex(encoded))
                .endsWith("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    }

    /** The example of the DSSE protocol. */
    @Test
    void whatIsSignedIsTheEncodingOfTheProtocol() {
        assertThat(new String(
                        Envelope.signedBytes("hello world".getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .isEqualTo("DSSEv1 28 application/vnd.in-toto+json 11 hello world");
    }

    @Test
    void aKeyInAFileSigns() throws GeneralSecurityException {
        byte[] encoded = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();

        SigningKey key = Objects.requireNonNull(ReceiptConfiguration.key(options(file(pem(encoded)), null)));

        assertThat(key.verification().algorithm()).isEqualTo("Ed25519");
    }

    /** As a token signs, for which the JDK has no Ed25519. */
    @Test
    void aKeyForEcdsaSignsToo() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        SigningKey key = new SigningKey(pair.getPrivate(), null, pair.getPublic());
        byte[] receipt =
                SignedReceipt.envelope(key, SignedReceipt.payload(1, null)).json();
        VerificationKey published = VerificationKey.of(key.verification().pem());

        assertThat(new Verification(List.of(published), Map.of(), null)
                        .of(receipt)
                        .verifies())
                .isTrue();
    }

    @Test
    void aKeyForSomethingElseIsRefusedInASentence() throws GeneralSecurityException {
        byte[] encoded = KeyPairGenerator.getInstance("EC")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();

        assertThatThrownBy(() -> ReceiptConfiguration.key(options(file(pem(encoded)), null)))
                .isInstanceOf(SignatureKeyException.class)
                .hasMessageContaining(
                        "which rehearsal.receipts.pem names, cannot be used: it must be one for Ed25519.");
    }

    @Test
    void twoKeysAreRefused() {
        assertThatThrownBy(() -> ReceiptConfiguration.key(options(Path.of("a"), Path.of("b"))))
                .hasMessage("Only one of rehearsal.receipts.pem and rehearsal.receipts.pkcs11 can be set.");
    }

    @Test
    void anOptionThatIsSetToNothingIsNoKey() {
        assertThat(ReceiptConfiguration.key(options(Path.of(""), null))).isNull();
    }
}
