package dev.rehearsal.history.receipt;

import static dev.rehearsal.Office.edit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ledger.Actor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Receipts check with a program that is not ours: some lines of Python, written from the texts of DSSE and RFC 8032, that
 * know no library but Python's own.
 */
@EachDatabase
class IndependentCheckTest {

    private static final SigningKey KEY = SignedReceipt.newKey();

    private final Office office;
    private final KeptReceipts receipts;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    IndependentCheckTest(TestDatabase database) {
        this.office = new Office(database);
        this.receipts = new KeptReceipts(database);
    }

    private Receipt downloaded() {
        ChangeSet set = office.schedule("Ship “R2”", 1, edit(1, "mapping", "R2"));
        office.enactment.enact(new Actor(Office.GRETA), set.id());
        receipts.chain(KEY).extend();
        Receipt receipt = receipts.of(set).getFirst();
        receipts.download(folder, receipt, KEY);
        return receipt;
    }

    private int check(String... words) {
        List<String> command = new ArrayList<>(List.of("python3", script()));
        command.addAll(Stream.of(words).toList());
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String script() {
        URL found = Objects.requireNonNull(IndependentCheckTest.class.getResource("verify.py"));
        try {
            return Path.of(found.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"));
    }

    @Test
    void ofAReceiptAndItsSubjectsSucceeds() throws IOException {
        Receipt receipt = downloaded();

        assertThat(check("receipt.json", "public.pem", "enacted.json", "signed-items.json"))
                .as(said())
                .isZero();
        assertThat(said()).startsWith("receipt " + receipt.number() + " after ");
    }

    @Test
    void ofAReceiptWithAnotherByteFails() throws IOException {
        Receipt receipt = downloaded();
        Envelope other = new Envelope(
                receipt.payload().replace("greta", "gretb").getBytes(StandardCharsets.UTF_8),
                List.of(Objects.requireNonNull(receipt.signed())));
        SignedReceipt.write(folder, "receipt.json", other.json());

        assertThat(check("receipt.json", "public.pem")).isEqualTo(1);
        assertThat(said()).contains("no signature of this");
    }

    @Test
    void ofTheSameFilesSucceedsByTheCommandToo() {
        downloaded();

        assertThat(new ReceiptCommand(silent(), silent())
                        .run(List.of(
                                folder.resolve("receipt.json").toString(),
                                "--key=" + folder.resolve("public.pem"),
                                "--subject=" + folder.resolve("enacted.json"),
                                "--subject=" + folder.resolve("signed-items.json"))))
                .isZero();
    }

    private static PrintStream silent() {
        return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** TEST 2 of RFC 8032, section 7.1: the check of the check. */
    @Test
    void ofTheVectorOfTheStandardSucceedsAndOfAnotherMessageFails() {
        String key = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
        String signature = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

        assertThat(check("--vector", key, "72", signature)).isZero();
        assertThat(check("--vector", key, "73", signature)).isEqualTo(1);
    }
}
