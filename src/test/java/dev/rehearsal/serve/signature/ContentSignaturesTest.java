package dev.rehearsal.serve.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.rehearsal.serve.signature.SignatureProperties.Key;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GMP is signed by a key of our own, Sys by a stand-in for Autograph, which has another; so is JSON. */
class ContentSignaturesTest {

    private static final String BODY = "<updates>\n    <update type=\"minor\"/>\n</updates>";
    private static final Pattern TIME = Pattern.compile("ts=\"(\\d+)\", nonce=\"(\\w+)\"");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<String> inputs = new ArrayList<>();
    private @Nullable String answer;
    private int status = 200;

    @SuppressWarnings("NullAway.Init")
    private KeyFile own;

    @SuppressWarnings("NullAway.Init")
    private KeyFile theirs;

    @SuppressWarnings("NullAway.Init")
    private HttpServer autograph;

    @SuppressWarnings("NullAway.Init")
    private ContentSignatures signatures;

    @BeforeEach
    void start() throws Exception {
        own = KeyFile.in(Files.createDirectory(folder.resolve("own")), "secp384r1");
        theirs = KeyFile.in(Files.createDirectory(folder.resolve("theirs")), "secp384r1");
        autograph = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        autograph.createContext("/base/sign/hash", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                String authorization = exchange.getRequestHeaders().getFirst("Authorization");
                byte[] sent = (isFromAda(authorization, body) ? answer(body) : "no").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(isFromAda(authorization, body) ? status : 401, sent.length);
                exchange.getResponseBody().write(sent);
            }
        });
        autograph.start();
        signatures = signatures("our secret");
    }

    @AfterEach
    void stop() {
        autograph.stop(0);
    }

    @Test
    void signsByAKeyOfItsOwn() throws Exception {
        String header = header(signatures.ofXml("GMP", bytes(BODY)));

        assertThat(header).startsWith("x5u=https://certificates.example/chain; p384ecdsa=");
        assertThat(Verifier.accepts(own.pair().getPublic(), header, BODY)).isTrue();
        assertThat(Verifier.accepts(own.pair().getPublic(), header, BODY + " ")).isFalse();
        assertThat(Verifier.accepts(theirs.pair().getPublic(), header, BODY)).isFalse();
    }

    @Test
    void hasAutographSign() throws Exception {
        String header = header(signatures.ofXml("Sys", bytes(BODY)));

        assertThat(header).startsWith("x5u=https://theirs.example/chain; p384ecdsa=");
        assertThat(Verifier.accepts(theirs.pair().getPublic(), header, BODY)).isTrue();
    }

    @Test
    void signsJsonOfAnyProduct() throws Exception {
        assertThat(Verifier.accepts(theirs.pair().getPublic(), header(signatures.ofJson(bytes("{}"))), "{}"))
                .isTrue();
    }

    @Test
    void signsNothingForOtherProducts() {
        assertThat(signatures.ofXml("Firefox", bytes(BODY))).isNull();
    }

    @Test
    void asksOnceForTheSameText() {
        String first = header(signatures.ofXml("Sys", bytes(BODY)));

        assertThat(header(signatures.ofXml("Sys", bytes(BODY)))).isEqualTo(first);
        assertThat(inputs).hasSize(1);
    }

    @Test
    void aWrongSecretIsNoSignatureAndHealthSaysWhy() throws Exception {
        ContentSignatures wrong = signatures("another");

        assertThatThrownBy(() -> wrong.ofXml("Sys", bytes(BODY)))
                .isInstanceOf(SigningException.class)
                .hasMessageEndingWith("/base/sign/hash answers 401");
        assertThat(wrong.problem())
                .hasValueSatisfying(problem -> assertThat(problem).endsWith("answers 401"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "no JSON",
                "[{'signature': 'short', 'x5u': 'https://a.example'}]",
                "[{'signature': '@', 'x5u': 'https://a.example'}, {}]",
                "[{'signature': '@', 'x5u': 'https://a.example\\r\\nSet-Cookie: a=b'}]",
                "[{'signature': '@', 'x5u': 'https://a.example; p384ecdsa=b'}]"
            })
    void whatIsNoSignatureIsNotPassedOn(String said) {
        answer = said.replace('\'', '"').replace("@", "A".repeat(128));

        assertThatThrownBy(() -> signatures.ofXml("Sys", bytes(BODY))).isInstanceOf(SigningException.class);
    }

    @Test
    void triesOnceMoreAndThenLetsItRest() {
        status = 503;

        assertThatThrownBy(() -> signatures.ofXml("Sys", bytes(BODY))).hasMessageEndingWith("answers 503");
        assertThatThrownBy(() -> signatures.ofXml("Sys", bytes("other"))).hasMessageEndingWith("a moment ago");
        assertThat(inputs).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            secp256r1 | is not one on P-384
            none      | holds no unencrypted PKCS#8 key
            broken    | cannot be used: it must be one for ECDSA on P-384
            """)
    void saysWhatIsWrongWithAKey(String key, String why) throws Exception {
        Path file = switch (key) {
            case "none" -> Files.writeString(folder.resolve("none"), "nothing");
            case "broken" ->
                Files.writeString(
                        folder.resolve("broken"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
            default -> KeyFile.in(folder, key).pem();
        };
        Key configured = new Key(file, null, null, null, "https://x.example", null, null, null, null);

        assertThatThrownBy(() -> new ContentSignatures(
                        new SignatureProperties(Map.of("GMP", configured), null), Clock.systemUTC()))
                .isInstanceOf(SignatureKeyException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("rehearsal.signature.products.GMP");
    }

    @Test
    void saysThatAKeyIsConfiguredTwice() {
        Key both = new Key(
                own.pem(), null, null, null, "https://x.example", URI.create("https://a.example"), null, null, null);

        assertThatThrownBy(() ->
                        new ContentSignatures(new SignatureProperties(Map.of("GMP", both), null), Clock.systemUTC()))
                .hasMessageStartingWith("Exactly one of rehearsal.signature.products.GMP.pem");
    }

    private ContentSignatures signatures(String secret) throws IOException {
        Key remote = new Key(
                null,
                null,
                null,
                null,
                null,
                URI.create("http://127.0.0.1:" + autograph.getAddress().getPort() + "/base/"),
                "their-key",
                "ada",
                Files.writeString(folder.resolve("secret"), secret + "\n"));
        return new ContentSignatures(
                new SignatureProperties(Map.of("GMP", own.key(), "Sys", remote), remote), Clock.systemUTC());
    }

    /** Makes the same header out of what only the two sides know. */
    private boolean isFromAda(String authorization, String body) {
        Matcher told = TIME.matcher(authorization);
        return told.find()
                && authorization.equals(new Hawk("ada", "our secret")
                        .header(
                                "POST",
                                URI.create("http://127.0.0.1:"
                                        + autograph.getAddress().getPort() + "/base/sign/hash"),
                                "application/json",
                                body,
                                Long.parseLong(told.group(1)),
                                told.group(2),
                                ""));
    }

    /** Signs the digest that was sent, which never was the text itself. */
    private String answer(String body) {
        JsonNode asked = JsonMapper.shared().readTree(body).path(0);
        assertThat(asked.path("keyid").asString()).isEqualTo("their-key");
        inputs.add(asked.path("input").asString());
        if (answer != null) {
            return answer;
        }
        try {
            Signature signature = Signature.getInstance("NONEwithECDSAinP1363Format");
            signature.initSign(theirs.pair().getPrivate());
            signature.update(Base64.getDecoder().decode(inputs.getLast()));
            return "[{\"ref\": \"1\", \"signature\": \"%s\", \"x5u\": \"https://theirs.example/chain\"}]"
                    .formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign()));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(ContentSignatures.@Nullable ContentSignature signature) {
        return Objects.requireNonNull(signature).header();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
