package dev.rehearsal.enactment.exploration;

/** The promise was broken. */
final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Violation(String how) {
        super(how, null, false, false);
    }
}
