package dev.rehearsal.probe.comparison.wire;

/** Says that a server does not answer any more, in a sentence. */
public final class SideAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SideAwayException(String sentence) {
        super(sentence);
    }

    /** @param sentence what to do */
    public SideAwayException andThen(String sentence) {
        return new SideAwayException(getMessage() + " " + sentence);
    }
}
