package dev.rehearsal.startup;

import java.util.List;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The reason why a start failed, in sentences that stand on their own. */
final class StartFailure extends FailureAnalysis {

    private final List<String> sentences;

    StartFailure(List<String> sentences, Throwable cause) {
        super(String.join(System.lineSeparator(), sentences), null, cause);
        this.sentences = List.copyOf(sentences);
    }

    StartFailure(String sentence, Throwable cause) {
        this(List.of(sentence), cause);
    }

    List<String> sentences() {
        return sentences;
    }
}
