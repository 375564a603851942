package dev.rehearsal.matching;

/**
 * The query cannot be answered because of what it says: HTTP 400, with this message as the text of the answer.
 *
 * <p>Carries no stack trace: clients cause it by the thousand.
 */
public final class BadQueryException extends RuntimeException {

    public BadQueryException(String message) {
        super(message, null, false, false);
    }
}
