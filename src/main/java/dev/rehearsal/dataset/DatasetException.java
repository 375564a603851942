package dev.rehearsal.dataset;

import dev.rehearsal.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A dataset cannot be imported; nothing of it was stored. */
public final class DatasetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    DatasetException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    DatasetException(String sentence) {
        this(List.of(new Problem("", sentence)));
    }

    /** At least one; places are paths in the file, such as {@code rules[17].version}. */
    public List<Problem> problems() {
        return problems;
    }
}
