package dev.rehearsal.startup;

import dev.rehearsal.probe.comparison.run.CommandLine;
import dev.rehearsal.probe.comparison.wire.Time;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** The command {@code compare}: asks two servers the same and tells where they differ. It starts no server and no database. */
public final class CompareCommand {

    /** The first argument that asks for it. */
    public static final String COMMAND = "compare";

    private CompareCommand() {}

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
        return new CommandLine(System.in, utf8(System.out), utf8(System.err), Time.SYSTEM, Clock.systemUTC())
                .run(options);
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
