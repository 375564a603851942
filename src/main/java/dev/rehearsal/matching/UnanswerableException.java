package dev.rehearsal.matching;

/**
 * A rule that is stored cannot be judged against this query, such as one with letters in a version that must be
 * compared with numbers.
 *
 * <p>Balrog fails with a 500 there; we serve no update (empty {@code <updates>}, 404 for JSON), which is the safe side.
 */
public final class UnanswerableException extends RuntimeException {

    public UnanswerableException(String message) {
        super(message, null, false, false);
    }
}
