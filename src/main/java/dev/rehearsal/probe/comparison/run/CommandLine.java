package dev.rehearsal.probe.comparison.run;

import dev.rehearsal.probe.comparison.Channels;
import dev.rehearsal.probe.comparison.Classification;
import dev.rehearsal.probe.comparison.Finding;
import dev.rehearsal.probe.comparison.Tally;
import dev.rehearsal.probe.comparison.report.Report;
import dev.rehearsal.probe.comparison.requests.RequestLog;
import dev.rehearsal.probe.comparison.requests.Requests;
import dev.rehearsal.probe.comparison.wire.Address;
import dev.rehearsal.probe.comparison.wire.Pace;
import dev.rehearsal.probe.comparison.wire.Side;
import dev.rehearsal.probe.comparison.wire.SideAwayException;
import dev.rehearsal.probe.comparison.wire.Time;
import dev.rehearsal.problem.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison from the words of a command line to its report and its exit code. */
public final class CommandLine {

    public static final int SAME = 0;
    public static final int DIFFERENT = 1;
    public static final int NOT_COMPARED = 2;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Time time;
    private final Clock clock;

    public CommandLine(InputStream in, PrintStream out, PrintStream err, Time time, Clock clock) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.time = time;
        this.clock = clock;
    }

    /** Returns the exit code; nothing that a person or a server does wrong is thrown. */
    public int run(List<String> words) {
        if (words.isEmpty() || words.contains("--help") || words.contains("-h")) {
            (words.isEmpty() ? err : out).print(Usage.TEXT);
            return words.isEmpty() ? NOT_COMPARED : SAME;
        }
        try {
            return run(Options.of(words));
        } catch (WrongUseException wrong) {
            return refuse(wrong.getMessage() + ". See compare --help.");
        } catch (SideAwayException away) {
            return refuse(String.valueOf(away.getMessage()));
        } catch (RefusedException wrong) {
            return refuse("--requests: " + wrong.getMessage() + ".");
        } catch (NoSuchFileException file) {
            return refuse("there is no file " + file.getFile() + ".");
        } catch (IOException | UncheckedIOException failure) {
            return refuse("a file cannot be read or written: " + failure.getMessage() + ".");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return refuse("it was interrupted.");
        }
    }

    private int refuse(String sentence) {
        err.println("Not compared: " + sentence);
        return NOT_COMPARED;
    }

    private int run(Options options) throws IOException, InterruptedException {
        refuseOutputNowhere(options.output());
        Requests found = requests(options.requests());
        Channels channels = found.areNone() ? null : options.channels(found);
        Requests requests = channels == null ? found : found.on(channels);
        if (requests.areNone()) {
            throw new WrongUseException("--requests=%s holds no update URL%s in %d lines"
                    .formatted(options.requests(), channels == null ? "" : " of " + channels.left(), found.lines()));
        }
        Comparison comparison = new Comparison(
                requests.counted(),
                channels,
                new Classification(options.rules(), channels == null),
                side("left", options, options.left()),
                side("right", options, options.right()),
                options.connections(),
                options.longestCache());
        Instant begun = clock.instant();
        List<Finding> findings;
        try (StateFile state = state(options, comparison)) {
            findings = comparison.run(state, err, time);
        } catch (SideAwayException away) {
            throw options.resume() == null ? away : away.andThen("Run it again to go on where it was.");
        }
        Report report = new Report(
                options.left().toString(),
                options.right().toString(),
                channels,
                requests,
                options.requests().equals(Options.STANDARD_INPUT) ? "standard input" : options.requests(),
                options.rules(),
                options.longestCache(),
                begun,
                clock.instant(),
                Tally.of(findings));
        write(options.format().write(report), options.output());
        return report.tally().isSame() ? SAME : DIFFERENT;
    }

    private static StateFile state(Options options, Comparison comparison) throws IOException {
        return options.resume() == null
                ? StateFile.none()
                : StateFile.at(options.resume(), ComparisonDigest.of(options, comparison));
    }

    private Side side(String name, Options options, Address address) {
        return new Side(name, address, options.manners(), new Pace(options.rate(), time), time);
    }

    private Requests requests(String name) throws IOException {
        if (name.equals(Options.STANDARD_INPUT)) {
            return RequestLog.read(in);
        }
        try {
            return RequestLog.read(Path.of(name));
        } catch (InvalidPathException _) {
            throw new WrongUseException("--requests=" + name + " is no name of a file");
        }
    }

    /** Before an hour is spent on what cannot be written. */
    private static void refuseOutputNowhere(@Nullable Path output) {
        if (output != null) {
            Path folder = output.toAbsolutePath().getParent();
            if (Files.isDirectory(output) || folder == null || !Files.isDirectory(folder)) {
                throw new WrongUseException("--output=" + output + " is no file that can be written");
            }
        }
    }

    private void write(String report, @Nullable Path output) throws IOException {
        if (output == null) {
            out.print(report);
            out.flush();
        } else {
            Files.writeString(output, report);
        }
    }
}
