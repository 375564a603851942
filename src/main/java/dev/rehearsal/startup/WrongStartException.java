package dev.rehearsal.startup;

import java.util.List;

/** Rehearsal was started in a way that cannot work. */
final class WrongStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> sentences;

    /** @param sentences one for each thing that is wrong, for who starts it */
    WrongStartException(List<String> sentences) {
        super(String.join(" ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    List<String> sentences() {
        return sentences;
    }
}
