package dev.rehearsal.release;

import java.util.List;

/** Parts that are right on their own, but do not make a valid release together. */
public final class InvalidContentException extends RuntimeException {

    private final transient List<Problem> problems;

    InvalidContentException(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
