package dev.rehearsal.startup;

import dev.rehearsal.history.receipt.ReceiptCommand;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The command {@code verify}: checks a receipt. It starts no server and no database, and asks nobody. */
public final class VerifyCommand {

    /** The first argument that asks for it. */
    public static final String COMMAND = "verify";

    private VerifyCommand() {}

    public static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(COMMAND);
    }

    /**
     * Runs it over the streams of the process.
     *
     * @param arguments its options, after the command itself
     * @return the exit code
     */
    public static int run(String... arguments) {
        List<String> options = Arrays.asList(arguments).subList(1, arguments.length);
        return new ReceiptCommand(utf8(System.out), utf8(System.err)).run(options);
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
