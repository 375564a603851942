package dev.rehearsal.problem;

import java.util.List;
import java.util.stream.Collectors;

/** A request is refused: it is not done, and nothing was changed. */
public final class RefusedException extends RuntimeException {

    /** The reasons for a refusal, as far as a caller can tell cases apart. */
    public enum Reason {
        /** The request itself is wrong. */
        INVALID,
        /** What it names does not exist. */
        NOT_FOUND,
        /** It was right once, but things have moved on. */
        CONFLICT,
        /** Whoever asks may not. */
        FORBIDDEN
    }

    private final Reason reason;
    private final transient List<Problem> problems;

    private RefusedException(Reason reason, List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.reason = reason;
        this.problems = List.copyOf(problems);
    }

    public static RefusedException invalid(String place, String sentence) {
        return invalid(List.of(new Problem(place, sentence)));
    }

    public static RefusedException invalid(List<Problem> problems) {
        return new RefusedException(Reason.INVALID, problems);
    }

    /** Refuses what has these problems; does nothing where there are none. */
    public static void throwIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw invalid(problems);
        }
    }

    public static RefusedException notFound(String sentence) {
        return new RefusedException(Reason.NOT_FOUND, List.of(new Problem("", sentence)));
    }

    public static RefusedException conflict(List<Problem> problems) {
        return new RefusedException(Reason.CONFLICT, problems);
    }

    public static RefusedException conflict(String sentence) {
        return conflict(List.of(new Problem("", sentence)));
    }

    public static RefusedException forbidden(String sentence) {
        return new RefusedException(Reason.FORBIDDEN, List.of(new Problem("", sentence)));
    }

    public static RefusedException forbidden(List<Problem> problems) {
        return new RefusedException(Reason.FORBIDDEN, problems);
    }

    /** Returns the refusal of a part, with the places of its problems as the whole knows them. */
    public RefusedException at(String prefix) {
        return prefix.isEmpty()
                ? this
                : new RefusedException(
                        reason,
                        problems.stream()
                                .map(problem -> new Problem(prefix + problem.place(), problem.sentence()))
                                .toList());
    }

    public Reason reason() {
        return reason;
    }

    public List<Problem> problems() {
        return problems;
    }
}
