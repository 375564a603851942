package dev.rehearsal.history.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Share;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A receipt, its key, its subject and the receipt before it lie in a folder; somebody checks them there. */
class ReceiptCommandTest {

    private static final SigningKey KEY = SignedReceipt.newKey();
    private static final Envelope FIRST = SignedReceipt.envelope(KEY, SignedReceipt.payload(1, null));
    private static final Envelope SECOND = SignedReceipt.envelope(KEY, SignedReceipt.payload(2, FIRST.digest()));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void write() {
        file("receipt.json", SECOND.json());
        file("previous.json", FIRST.json());
        file("public.pem", KEY.verification().pem().getBytes(StandardCharsets.UTF_8));
        file("enacted.json", SignedReceipt.SUBJECT);
    }

    private Path file(String name, byte[] bytes) {
        return SignedReceipt.write(folder, name, bytes);
    }

    private int verify(String... words) {
        List<String> placed = new ArrayList<>();
        for (String word : words) {
            int file = word.indexOf('=') + 1;
            placed.add(word.substring(0, file) + folder.resolve(word.substring(file)));
        }
        return new ReceiptCommand(stream(out), stream(err)).run(placed);
    }

    private static PrintStream stream(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private String replaced(String from, String to) {
        return new String(SECOND.payload(), StandardCharsets.UTF_8).replace(from, to);
    }

    private int verifySigned(String payload) {
        file(
                "receipt.json",
                SignedReceipt.envelope(KEY, payload.getBytes(StandardCharsets.UTF_8))
                        .json());
        return verify("receipt.json", "--key=public.pem");
    }

    private int verifyText(String receipt) {
        file("receipt.json", receipt.getBytes(StandardCharsets.UTF_8));
        return verify("receipt.json", "--key=public.pem");
    }

    @Test
    void verifiesWithItsSubjectAndTheOneBefore() {
        assertThat(verify("receipt.json", "--key=public.pem", "--subject=enacted.json", "--previous=previous.json"))
                .isZero();
        assertThat(said())
                .contains("it is signed by the key " + KEY.verification().id() + " (Ed25519)")
                .contains("receipt 2, about https://rehearsal.example/changes/7 at 2026-12-01T10:00:00.123Z")
                .contains("is its subject enacted.json")
                .contains("it follows receipt 1")
                .doesNotContain("WRONG");
    }

    @Test
    void saysWhatWasNotLookedAt() {
        assertThat(verify("receipt.json", "--key=public.pem")).isZero();
        assertThat(said())
                .contains("not looked at: its subject enacted.json")
                .contains("not looked at: the receipt before it, with the SHA-256 " + FIRST.digest());
    }

    @Nested
    class DoesNotVerify {

        @Test
        void withAnotherSubject() {
            file("enacted.json", "[]".getBytes(StandardCharsets.UTF_8));

            assertThat(verify("receipt.json", "--key=public.pem", "--subject=enacted.json"))
                    .isEqualTo(1);
            assertThat(said()).contains("is none of its subjects (enacted.json)");
        }

        @Test
        void withAnotherKey() {
            byte[] other = SignedReceipt.newKey().verification().pem().getBytes(StandardCharsets.UTF_8);
            file("public.pem", other);

            assertThat(verify("receipt.json", "--key=public.pem")).isEqualTo(1);
            assertThat(said()).contains("none that was given is that one");
        }

        @Test
        void afterAnotherReceipt() {
            file(
                    "previous.json",
                    SignedReceipt.envelope(KEY, SignedReceipt.payload(1, null)).json());
            file(
                    "receipt.json",
                    SignedReceipt.envelope(KEY, SignedReceipt.payload(2, "0".repeat(64)))
                            .json());

            assertThat(verify("receipt.json", "--key=public.pem", "--previous=previous.json"))
                    .isEqualTo(1);
            assertThat(said()).contains("it does not follow receipt 1");
        }

        @Test
        void unsigned() {
            assertThat(verifyText(new String(new Envelope(SECOND.payload(), List.of()).json(), StandardCharsets.UTF_8)))
                    .isEqualTo(1);
            assertThat(said()).contains("it is not signed");
        }

        @Test
        void withAPayloadOfAnotherType() {
            assertThat(verifyText(new String(SECOND.json(), StandardCharsets.UTF_8).replace("in-toto+json", "toto")))
                    .isEqualTo(1);
            assertThat(said()).contains("is of type 'application/vnd.toto', not application/vnd.in-toto+json");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "7",
                    "[]",
                    "null",
                    "{",
                    "{}",
                    "{\"payloadType\": 7, \"payload\": \"\", \"signatures\": []}",
                    "{\"payloadType\": \"application/vnd.in-toto+json\", \"payload\": \"e30=\", \"signatures\": {}}",
                    "{\"payloadType\": \"application/vnd.in-toto+json\", \"payload\": \"e30=\", \"signatures\": [7]}",
                    "{\"payloadType\": \"application/vnd.in-toto+json\", \"payload\": \"e30\", \"signatures\": []}",
                    "{\"payloadType\": \"application/vnd.in-toto+json\", \"payload\": \"e30=\", \"signatures\": []} more",
                    "{\"payloadType\": \"application/vnd.in-toto+json\", \"payload\": \"e30=\", \"payload\": \"e30=\","
                            + " \"signatures\": []}",
                    "{\"payloadType\": \"application/vnd.in-toto+json\", \"payload\": \"e30=\", \"signatures\": [], \"x\": 1}"
                })
        void asAnotherText(String text) {
            assertThat(verifyText(text)).isEqualTo(1);
            assertThat(said()).contains("WRONG: ").doesNotContain("Exception");
        }

        @Test
        void asJsonOfEndlessDepth() {
            assertThat(verifyText("[".repeat(1_000_000))).isEqualTo(1);
            assertThat(said()).contains("WRONG: ").doesNotContain("Exception");
        }

        @Test
        void asBytesThatAreNoText() {
            file("receipt.json", new byte[] {'{', (byte) 0xff, '}'});

            assertThat(verify("receipt.json", "--key=public.pem")).isEqualTo(1);
            assertThat(said()).contains("the envelope is no UTF-8");
        }

        @Test
        void withAStatementOfAnotherType() {
            assertThat(verifySigned(replaced("in-toto.io/Statement/v1", "in-toto.io/Statement/v9")))
                    .isEqualTo(1);
            assertThat(said()).contains("the statement is a 'https://in-toto.io/Statement/v9'");
        }

        @Test
        void withAPredicateThatNobodyKnows() {
            assertThat(verifySigned(replaced("enactment/v1", "enactment/v9"))).isEqualTo(1);
            assertThat(said()).contains("which nobody knows here");
        }

        @Test
        void aboutNothing() {
            assertThat(verifySigned(replaced("[{\"name\":\"enacted.json\"", "[],\"x\":[{\"name\":\"enacted.json\"")))
                    .isEqualTo(1);
            assertThat(said()).contains("WRONG: ");
        }

        @Test
        void withANameTwiceInWhatIsSigned() {
            assertThat(verifySigned(replaced("\"number\":2", "\"number\":2,\"number\":3")))
                    .isEqualTo(1);
            assertThat(said()).contains("read in one way only");
        }

        @Test
        void withATimeThatIsNone() {
            assertThat(verifySigned(replaced("2026-12-01T10:00:00.123Z", "yesterday")))
                    .isEqualTo(1);
            assertThat(said()).contains("'timeVerified' is no time");
        }

        @Test
        void withNumbersWhereTextsAre() {
            assertThat(verifySigned(replaced("\"https://rehearsal.example/changes/7\"", "7")))
                    .isEqualTo(1);
            assertThat(said()).contains("the predicate has no text 'resourceUri'");
        }
    }

    @Test
    void tellsOfFieldsOfANewerVersion() {
        assertThat(verifySigned(replaced("\"verificationResult\"", "\"mood\":\"good\",\"verificationResult\"")))
                .isZero();
        assertThat(said()).contains("in fields that are not known here: mood");
    }

    @Test
    void whatAReceiptSaysMovesNoCursor() {
        assertThat(verifySigned(replaced("/changes/7", "/changes/7\\u001b[2J"))).isZero();
        assertThat(said()).contains("/changes/7?[2J").doesNotContain("\u001b");
    }

    @Nested
    class WrongUse {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "receipt.json",
                    "--key=public.pem",
                    "nowhere.json --key=public.pem",
                    "receipt.json --key=nowhere.pem",
                    "receipt.json --key=receipt.json",
                    "receipt.json previous.json --key=public.pem",
                    "receipt.json --key=public.pem --previous=previous.json --previous=previous.json"
                })
        void isTold(String words) {
            assertThat(verify(words.split(" "))).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .startsWith("Not verified: ")
                    .doesNotContain("Exception");
        }

        @Test
        void isAnOptionThatThereIsNot() {
            assertThat(new ReceiptCommand(stream(out), stream(err)).run(List.of("--keys=x")))
                    .isEqualTo(2);
            assertThat(said()).contains("there is no option '--keys=x'");
        }

        @Test
        void isToSayNothing() {
            assertThat(new ReceiptCommand(stream(out), stream(err)).run(List.of()))
                    .isEqualTo(2);
            assertThat(said()).contains("usage: java -jar rehearsal.jar verify");
        }
    }

    @Nested
    class OneChangedByte {

        /** Tries every byte of the file: one of its bits, or each in a whole run. */
        @Test
        void ofTheEnvelopeFails() {
            byte[] json = SECOND.json();
            List<VerificationKey> keys = List.of(KEY.verification());
            List<String> unnoticed = new ArrayList<>();
            for (int place = 0; place < json.length; place++) {
                for (int bit = Share.isWhole() ? 0 : 7 - place % 8; bit < 8; bit += Share.isWhole() ? 1 : 8) {
                    json[place] ^= (byte) (1 << bit);
                    if (verifies(json, keys)) {
                        unnoticed.add(place + "/" + bit);
                    }
                    json[place] ^= (byte) (1 << bit);
                }
            }
            assertThat(verifies(json, keys)).isTrue();
            assertThat(unnoticed).isEmpty();
        }

        /** As somebody does who writes a good envelope around it. */
        @Test
        void ofThePayloadOrTheSignatureFails() {
            List<VerificationKey> keys = List.of(KEY.verification());
            byte[] payload = SECOND.payload();
            Envelope.Signed signed = SECOND.signatures().getFirst();
            byte[] signature = Base64.getDecoder().decode(signed.signature());
            int unnoticed = 0;
            for (int place = 0; place < payload.length; place++) {
                byte[] other = payload.clone();
                other[place] ^= 1;
                unnoticed += verifies(new Envelope(other, List.of(signed)).json(), keys) ? 1 : 0;
            }
            for (int place = 0; place < signature.length * 8; place++) {
                byte[] other = signature.clone();
                other[place / 8] ^= (byte) (1 << place % 8);
                Envelope.Signed forged =
                        new Envelope.Signed(signed.keyId(), Base64.getEncoder().encodeToString(other));
                unnoticed += verifies(new Envelope(payload, List.of(forged)).json(), keys) ? 1 : 0;
            }
            assertThat(unnoticed).isZero();
        }

        @Test
        void ofTheSubjectFails() {
            List<VerificationKey> keys = List.of(KEY.verification());
            for (int place = 0; place < SignedReceipt.SUBJECT.length; place++) {
                byte[] other = SignedReceipt.SUBJECT.clone();
                other[place] ^= 1;
                assertThat(new Verification(keys, Map.of("enacted.json", other), null)
                                .of(SECOND.json())
                                .verifies())
                        .isFalse();
            }
        }

        private static boolean verifies(byte[] receipt, List<VerificationKey> keys) {
            return new Verification(keys, Map.of("enacted.json", SignedReceipt.SUBJECT), FIRST.json())
                    .of(receipt)
                    .verifies();
        }
    }
}
