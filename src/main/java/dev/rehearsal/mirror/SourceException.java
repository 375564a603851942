package dev.rehearsal.mirror;

/** Says that the followed source cannot be read, or cannot be understood. Its message is for people. */
public final class SourceException extends RuntimeException {

    private final boolean refused;

    SourceException(String sentence) {
        this(sentence, false);
    }

    /** @param refused whether it does not let this installation read */
    SourceException(String sentence, boolean refused) {
        super(sentence);
        this.refused = refused;
    }

    boolean isRefused() {
        return refused;
    }
}
