package dev.rehearsal.history.receipt;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The command {@code verify}, from the words of a command line to its sentences and its exit code. */
public final class ReceiptCommand {

    public static final int VERIFIES = 0;
    public static final int DOES_NOT = 1;
    public static final int WRONG_USE = 2;

    /** Larger files are no receipts: of a set with ten thousand changes the subjects are, and they are not read as JSON. */
    private static final long LARGEST = 64L << 20;

    private static final String KEY = "--key=";
    private static final String SUBJECT = "--subject=";
    private static final String PREVIOUS = "--previous=";

    private static final String USAGE = """
            Checks a receipt of an enacted change set, without asking the installation that wrote it.

            usage: java -jar rehearsal.jar verify RECEIPT --key=PUBLIC.pem [options]

              RECEIPT             the file: a DSSE envelope, as GET /api/receipts/{number} gives it
              --key=FILE          a public key in PEM that is trusted, had from elsewhere than the receipt; several may be given
              --subject=FILE      bytes that the receipt must be about, such as enacted.json; several may be given
              --previous=FILE     the receipt before it, which it must name

            exit code: 0 it verifies, 1 it does not, 2 wrong use, or a file cannot be read
            """;

    private final PrintStream out;
    private final PrintStream err;

    public ReceiptCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Says what is wrong with how it was asked for. */
    private static final class WrongUseException extends Exception {

        private static final long serialVersionUID = 1L;

        WrongUseException(String sentence) {
            super(sentence);
        }
    }

    /** Returns the exit code; nothing that somebody does wrong is thrown. */
    public int run(List<String> words) {
        if (words.isEmpty() || words.contains("--help") || words.contains("-h")) {
            (words.isEmpty() ? err : out).print(USAGE);
            return words.isEmpty() ? WRONG_USE : VERIFIES;
        }
        try {
            return check(words);
        } catch (WrongUseException wrong) {
            err.println("Not verified: " + wrong.getMessage() + ".");
            return WRONG_USE;
        }
    }

    private int check(List<String> words) throws WrongUseException {
        String receipt = null;
        byte[] previous = null;
        List<VerificationKey> keys = new ArrayList<>();
        Map<String, byte[]> subjects = new LinkedHashMap<>();
        for (String word : words) {
            if (word.startsWith(KEY)) {
                keys.add(key(word.substring(KEY.length())));
            } else if (word.startsWith(SUBJECT)) {
                String name = word.substring(SUBJECT.length());
                subjects.put(name, read(name));
            } else if (word.startsWith(PREVIOUS)) {
                previous = once("--previous", previous, read(word.substring(PREVIOUS.length())));
            } else if (word.startsWith("-")) {
                throw new WrongUseException("there is no option '%s'. See verify --help".formatted(word));
            } else {
                receipt = once("a receipt", receipt, word);
            }
        }
        if (receipt == null) {
            throw new WrongUseException("name the file of the receipt. See verify --help");
        }
        if (keys.isEmpty()) {
            throw new WrongUseException("name a public key by --key=FILE: nothing is known of a signature without one");
        }
        return tell(receipt, new Verification(keys, subjects, previous).of(read(receipt)));
    }

    private int tell(String receipt, Verification.Findings findings) {
        findings.good().forEach(sentence -> out.println("  " + printable(sentence)));
        findings.wrong().forEach(sentence -> out.println("  WRONG: " + printable(sentence)));
        out.println(
                findings.verifies() ? "'%s' verifies.".formatted(receipt) : "'%s' does NOT verify.".formatted(receipt));
        return findings.verifies() ? VERIFIES : DOES_NOT;
    }

    /** What a file says goes to a terminal: nothing of it may move its cursor. */
    private static String printable(String sentence) {
        return sentence.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }

    private static <T> T once(String what, @Nullable T before, T now) throws WrongUseException {
        if (before != null) {
            throw new WrongUseException(what + " is given twice");
        }
        return now;
    }

    private static VerificationKey key(String name) throws WrongUseException {
        try {
            return VerificationKey.of(new String(read(name), StandardCharsets.ISO_8859_1));
        } catch (NoReceiptException no) {
            throw new WrongUseException("--key=%s: %s".formatted(name, no.sentence()));
        }
    }

    private static byte[] read(String name) throws WrongUseException {
        try {
            Path file = Path.of(name);
            if (!Files.isRegularFile(file)) {
                throw new WrongUseException("there is no file '%s'".formatted(name));
            }
            if (Files.size(file) > LARGEST) {
                throw new WrongUseException("'%s' is larger than 64 MB".formatted(name));
            }
            return Files.readAllBytes(file);
        } catch (InvalidPathException | IOException no) {
            throw new WrongUseException("'%s' cannot be read".formatted(name));
        }
    }
}
