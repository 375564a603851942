package dev.rehearsal.startup;

import java.io.PrintStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Tells why a start failed on standard error, in a line for each thing that is wrong, since logging may be what fails. */
final class StartFailureReporter implements FailureAnalysisReporter {

    private static final Logger LOG = LoggerFactory.getLogger(StartFailureReporter.class);

    private final PrintStream out;

    StartFailureReporter() {
        this(System.err);
    }

    StartFailureReporter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void report(FailureAnalysis analysis) {
        sentences(analysis).forEach(sentence -> out.println("Rehearsal cannot start: " + sentence));
        LOG.debug("The start failed", analysis.getCause());
    }

    private static List<String> sentences(FailureAnalysis analysis) {
        if (analysis instanceof StartFailure own) {
            return own.sentences();
        }
        String action = analysis.getAction();
        return List.of(oneLine(analysis.getDescription() + (action == null ? "" : " " + action)));
    }

    private static String oneLine(String text) {
        return String.join(
                " ",
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }
}
